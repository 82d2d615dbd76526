/**
 * The whole walk on a clean article, beside rehype-parse alone: how much of the time is ours. Station by station with
 * `node --cpu-prof bench/parse.ts`.
 *
 * `node bench/parse.ts [kilobytes]`
 */
import rehypeParse from 'rehype-parse'
import {unified} from 'unified'
import {parseScrape} from '../ingest/parse.ts'

const kilobytes = Number(process.argv[2] ?? 100)

/** Prose with what articles have: links, marks, headings, lists, a table now and then. Deterministic. */
function cleanArticle(size: number): string {
  const words =
    'the council voted on a plan that would move most of its buses to the river line before winter while the unions asked for more time'.split(
      ' ',
    )
  let seed = 7
  const next = (limit: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return seed % limit
  }
  const sentence = (length: number): string => {
    const text = Array.from({length}, () => words[next(words.length)]).join(' ')
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
  }
  const parts = [`<h1>${sentence(7).slice(0, -1)}</h1>`]
  let length = 0
  for (let index = 0; length < size; index++) {
    const kind = index % 12
    let part = `<p>${sentence(18)} ${sentence(14)} <a href="https://example.com/${index}">${sentence(3)}</a> ${sentence(16)} <em>${sentence(4)}</em> ${sentence(20)}</p>`
    if (kind === 3) part = `<h2>${sentence(6).slice(0, -1)}</h2>`
    if (kind === 7)
      part = `<ul>${Array.from({length: 4}, () => `<li><strong>${sentence(2)}</strong> ${sentence(12)}</li>`).join('')}</ul>`
    if (index % 60 === 30) {
      const row = (cell: 'td' | 'th') =>
        `<tr>${Array.from({length: 4}, () => `<${cell}>${sentence(3)}</${cell}>`).join('')}</tr>`
      part = `<table><thead>${row('th')}</thead><tbody>${row('td')}${row('td')}${row('td')}</tbody></table>`
    }
    parts.push(part)
    length += part.length + 1
  }
  return parts.join('\n')
}

/** Milliseconds of processor time for a run, warm: what else the machine does is not in it, garbage collection is. */
function time(run: () => unknown): number {
  const RUNS = 40
  for (let index = 0; index < RUNS; index++) run()
  const start = process.cpuUsage()
  for (let index = 0; index < RUNS; index++) run()
  const {user, system} = process.cpuUsage(start)
  return (user + system) / 1000 / RUNS
}

const html = cleanArticle(kilobytes * 1000)
const bytes = Buffer.from(html)
const parser = unified().use(rehypeParse).freeze()
const alone = time(() => parser.parse(html))
const whole = time(() => parseScrape({bytes, origin: 'bench', contentType: 'text/html; charset=utf-8'}))
const {article, findings} = parseScrape({bytes, origin: 'bench', contentType: 'text/html; charset=utf-8'})

const line = (name: string, ms: number): string =>
  [
    name.padEnd(20),
    `${ms.toFixed(1)} ms`.padStart(10),
    `${(bytes.length / 1000 / ms).toFixed(1)} MB/s`.padStart(12),
    `${(ms / alone).toFixed(2)} ×`.padStart(9),
  ].join('')
console.log(
  `${(bytes.length / 1000).toFixed(0)} KB, ${article.body.length} blocks, ${findings.length} findings`,
)
console.log(line('rehype-parse alone', alone))
console.log(line('bytes to blocks', whole))

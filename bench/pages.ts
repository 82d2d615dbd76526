/**
 * The whole walk over web pages, from bytes to blocks, beside rehype-parse alone (bar: 2.5 times its time) and beside other
 * article extractors: Readability on linkedom (bar: 1.2 times its pages a second) and Defuddle on linkedom.
 *
 * Each tool runs in a process of its own, in turns, and the median of the rounds counts: V8 compiles one and the same code well
 * or badly by chance, so that a single process can be off by half. Time is processor time, garbage collection and compilation
 * included. The peak of memory is that of the process with an unbounded heap, and of the walk with a heap bounded at 300 MB.
 *
 * `node bench/pages.ts [pages] [rounds]`, all 126 and 5 unless given. Needs ../shared beside the checkout; without it, it says
 * so and measures nothing.
 */
import {execFileSync} from 'node:child_process'
import {existsSync} from 'node:fs'
import {InputError} from '../ingest/parse/errors.ts'
import {pagesOf} from '../scripts/corpora.ts'
import {ROOT} from '../scripts/run.ts'

type Run = (html: string, url: string) => unknown

const WALK = 'bytes to blocks'
const PARSER = 'rehype-parse alone'
const READABILITY = 'Readability, linkedom'

/** Tools by name; each is loaded in its own process only. */
const tools: Readonly<Record<string, () => Promise<Run>>> = {
  async [PARSER]() {
    const [{unified}, {default: rehypeParse}] = await Promise.all([import('unified'), import('rehype-parse')])
    const parser = unified().use(rehypeParse).freeze()
    return (html) => parser.parse(html)
  },
  async [WALK]() {
    const {parseScrape} = await import('../ingest/parse/parse.ts')
    return (html, url) => {
      try {
        const contentType = 'text/html; charset=utf-8'
        return parseScrape({bytes: Buffer.from(html), origin: url, url, contentType})
      } catch (error) {
        // A page without an article costs what it costs to find that out.
        if (error instanceof InputError) return undefined
        throw error
      }
    }
  },
  async [READABILITY]() {
    const [{Readability}, {parseHTML}] = await Promise.all([
      import('@mozilla/readability'),
      import('linkedom'),
    ])
    return (html) => new Readability(parseHTML(html).document as unknown as Document).parse()
  },
  async 'Defuddle, linkedom'() {
    const [{Defuddle}, {parseHTML}] = await Promise.all([import('defuddle/node'), import('linkedom')])
    return (html, url) => Defuddle(parseHTML(html).document as unknown as Document, url)
  },
}

/** Times over all pages in one process: one to warm up, the rest counted. */
const TURNS = 4

interface Measured {
  /** Milliseconds of processor time for all pages, the least of the turns. */
  ms: number
  /** Megabytes. */
  peak: number
}

async function measure(name: string, most: number): Promise<Measured> {
  const run = await tools[name]?.()
  if (!run) throw new Error(`Expected one of ${Object.keys(tools).join(', ')}, got ${name}`)
  const pages = pagesOf('scrapinghub').slice(0, most)
  let ms = Number.POSITIVE_INFINITY
  for (let turn = 0; turn < TURNS; turn++) {
    const start = process.cpuUsage()
    for (const {html, url} of pages) await run(html, url ?? 'https://example.com/')
    const {user, system} = process.cpuUsage(start)
    if (turn > 0) ms = Math.min(ms, (user + system) / 1000)
  }
  return {ms, peak: process.resourceUsage().maxRSS / 1000}
}

/** Measure a tool in a process of its own. */
function inProcess(name: string, most: number, flags: readonly string[] = []): Measured {
  const output = execFileSync(
    process.execPath,
    [...flags, '--disable-warning=ExperimentalWarning', import.meta.filename, String(most), '1', name],
    // What tools print besides is shown where one fails.
    {encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe']},
  )
  return JSON.parse(output) as Measured
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN
}

function compare(most: number, rounds: number): void {
  const count = pagesOf('scrapinghub').slice(0, most).length
  const all = new Map<string, Measured[]>(Object.keys(tools).map((name) => [name, []]))
  for (let round = 0; round < rounds; round++)
    for (const [name, list] of all) list.push(inProcess(name, most))
  const times = new Map([...all].map(([name, list]) => [name, median(list.map(({ms}) => ms))]))
  const alone = times.get(PARSER) ?? Number.NaN
  for (const [name, list] of all) {
    const ms = times.get(name) ?? Number.NaN
    const least = Math.min(...list.map((one) => one.ms))
    const largest = Math.max(...list.map((one) => one.ms))
    console.log(
      [
        name.padEnd(24),
        `${((count * 1000) / ms).toFixed(1)} pages/s`.padStart(16),
        `${(ms / alone).toFixed(2)} ×`.padStart(9),
        `${least.toFixed(0)} to ${largest.toFixed(0)} ms`.padStart(18),
        `peak ${median(list.map(({peak}) => peak)).toFixed(0)} MB`.padStart(14),
      ].join(''),
    )
  }
  const walk = times.get(WALK) ?? Number.NaN
  const bounded = inProcess(WALK, most, ['--max-old-space-size=300'])
  console.log(
    `${count} pages, ${rounds} rounds: ${((times.get(READABILITY) ?? Number.NaN) / walk).toFixed(2)} × Readability's pages a second; the walk with a heap of 300 MB: ${((count * 1000) / bounded.ms).toFixed(1)} pages/s, peak ${bounded.peak.toFixed(0)} MB`,
  )
}

if (!existsSync(`${ROOT}../shared`)) {
  console.log(
    'The pages are in ../shared, beside the checkout, and that folder is not there: nothing measured.',
  )
} else {
  const [most = String(Number.MAX_SAFE_INTEGER), rounds = '5', tool] = process.argv.slice(2)
  if (tool) console.log(JSON.stringify(await measure(tool, Number(most))))
  else compare(Number(most), Number(rounds))
}

/**
 * Whether parsing is linear: clean and damaged text of 1, 2, 4 and 8 MB, the growth for each doubling (at most 2.2
 * times), and the time of each hostile input.
 *
 * `node bench/linear.ts [growth | hostile] [name]`
 */
import {InputError} from '../ingest/parse/errors.ts'
import {parseScrape} from '../ingest/parse/parse.ts'
import {damagedArticle} from './support/articles.ts'
import {hostileInputs} from './support/hostile-inputs.ts'

const [part = '', only = ''] = process.argv.slice(2)

/** Prose with headings, lists and links, in which every sentence is different. */
function clean(size: number): string {
  const parts: string[] = []
  for (let index = 0, length = 0; length < size; index++) {
    const sentence = `On day ${index} the council voted on plan ${(index * 7919) % 99_991}, and the unions asked for more time.`
    const kind = index % 12
    const html =
      kind === 3
        ? `<h2>What plan ${index} says</h2>`
        : kind === 7
          ? `<ul><li>${sentence}</li><li>Stop ${index} moves.</li></ul>`
          : `<p>${sentence} See <a href="https://example.com/${index}">the plan</a>; <em>nobody</em> left.</p>`
    parts.push(html)
    length += html.length + 1
  }
  return parts.join('\n')
}

/** Seconds of processor time, and the outcome. */
function run(text: string): {seconds: number; outcome: string} {
  const bytes = Buffer.from(text)
  const start = process.cpuUsage()
  const outcome = (() => {
    try {
      const {article, findings} = parseScrape(
        {bytes, origin: 'bench', contentType: 'text/html; charset=utf-8'},
        {maxBytes: 50_000_000},
      )
      return `${article.body.length} blocks, ${findings.length} findings`
    } catch (error) {
      if (error instanceof InputError) return error.code
      throw error
    }
  })()
  const {user, system} = process.cpuUsage(start)
  return {seconds: (user + system) / 1e6, outcome}
}

function growth(): void {
  for (const [name, make] of Object.entries({clean, damaged: damagedArticle})) {
    if (only && name !== only) continue
    run(make(300_000))
    let before = 0
    for (const megabytes of [1, 2, 4, 8]) {
      const text = make(megabytes * 1e6)
      const {seconds, outcome} = run(text)
      const ratio = before ? `${(seconds / before).toFixed(2)} ×` : ''
      console.log(
        `${name.padEnd(10)}${`${megabytes} MB`.padStart(6)}${seconds.toFixed(2).padStart(9)} s${ratio.padStart(9)}   ${outcome}`,
      )
      before = seconds
    }
  }
}

function hostile(): void {
  for (const [name, text] of Object.entries(hostileInputs(1e6, 100_000))) {
    if (only && name !== only) continue
    const {seconds, outcome} = run(text)
    console.log(
      `${name.padEnd(36)}${(text.length / 1e6).toFixed(1).padStart(6)} MB${seconds.toFixed(2).padStart(9)} s   ${outcome}`,
    )
  }
}

if (part !== 'hostile') growth()
if (part !== 'growth') hostile()

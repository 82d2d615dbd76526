/**
 * The whole walk over pages of the web, from bytes to blocks, beside rehype-parse alone (bar: twice its time) and beside what
 * else finds articles: Readability on linkedom (bar: 1.5 times its pages a second) and Defuddle on linkedom. One process, in
 * turns; the peak of memory is the process's, all four together.
 *
 * `node bench/pages.ts [pages]`. Needs ../shared beside the checkout; without it, it says so and measures nothing.
 */
import {existsSync} from 'node:fs'
import {Readability} from '@mozilla/readability'
import {Defuddle} from 'defuddle/node'
import {parseHTML} from 'linkedom'
import rehypeParse from 'rehype-parse'
import {unified} from 'unified'
import {InputError} from '../ingest/errors.ts'
import {parseScrape} from '../ingest/parse.ts'
import {pagesOf} from '../scripts/corpora.ts'
import {ROOT} from '../scripts/run.ts'

if (!existsSync(`${ROOT}../shared`)) {
  console.log(
    'The pages are in ../shared, beside the checkout, and that folder is not there: nothing measured.',
  )
  process.exit(0)
}

const most = Number(process.argv[2] ?? 40)
const pages = pagesOf('scrapinghub').slice(0, most)
const parser = unified().use(rehypeParse).freeze()

const runs: Readonly<Record<string, (html: string, url: string) => unknown>> = {
  'rehype-parse alone': (html) => parser.parse(html),
  'bytes to blocks': (html, url) => {
    try {
      return parseScrape({
        bytes: Buffer.from(html),
        origin: url,
        url,
        contentType: 'text/html; charset=utf-8',
      })
    } catch (error) {
      // A page that holds no article costs what it costs to find that out.
      if (error instanceof InputError) return undefined
      throw error
    }
  },
  'Readability, linkedom': (html) => new Readability(parseHTML(html).document as unknown as Document).parse(),
  'Defuddle, linkedom': (html, url) => Defuddle(parseHTML(html).document as unknown as Document, url),
}

const times = new Map<string, number>()
// The first turn warms up.
for (let turn = 0; turn < 3; turn++) {
  for (const [name, run] of Object.entries(runs)) {
    const start = process.cpuUsage()
    for (const {html, url} of pages) await run(html, url ?? 'https://example.com/')
    const {user, system} = process.cpuUsage(start)
    if (turn > 0)
      times.set(name, Math.min(times.get(name) ?? Number.POSITIVE_INFINITY, (user + system) / 1000))
  }
}

const alone = times.get('rehype-parse alone') ?? 1
for (const [name, ms] of times) {
  const speed = (pages.length * 1000) / ms
  console.log(
    `${name.padEnd(24)}${speed.toFixed(1).padStart(8)} pages/s${(ms / alone).toFixed(2).padStart(8)} ×`,
  )
}
console.log(`${pages.length} pages, peak ${(process.resourceUsage().maxRSS / 1000).toFixed(0)} MB`)

/**
 * The whole walk over pages of the web, from bytes to blocks, beside rehype-parse alone (bar: twice its time) and beside what
 * else finds articles: Readability on linkedom (bar: 1.5 times its pages a second) and Defuddle on linkedom. One process, in
 * turns. The peak of memory (bar: 500 MB) is that of the walk alone over the same pages, in a process with a heap of
 * 300 MB (the server's parsing processes have a bound as well, 512 unless set): left to itself V8 lets garbage lie while the machine has
 * room, and rehype-parse alone then peaks at over 500 MB.
 *
 * `node bench/pages.ts [pages]`, all 126 unless told otherwise. Needs ../shared beside the checkout; without it, it says so and measures nothing.
 */
import {execFileSync} from 'node:child_process'
import {existsSync} from 'node:fs'
import {Readability} from '@mozilla/readability'
import {Defuddle} from 'defuddle/node'
import {parseHTML} from 'linkedom'
import rehypeParse from 'rehype-parse'
import {unified} from 'unified'
import {InputError} from '../ingest/parse/errors.ts'
import {parseScrape} from '../ingest/parse/parse.ts'
import {pagesOf} from '../scripts/corpora.ts'
import {ROOT} from '../scripts/run.ts'

if (!existsSync(`${ROOT}../shared`)) {
  console.log(
    'The pages are in ../shared, beside the checkout, and that folder is not there: nothing measured.',
  )
  process.exit(0)
}

const most = Number(process.argv[2] ?? Number.POSITIVE_INFINITY)
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

/** Megabytes that V8 may use for what lives longer. */
const HEAP = 300
const WALK = 'bytes to blocks'

const peak = (): string => `${(process.resourceUsage().maxRSS / 1000).toFixed(0)} MB`
const time = async (name: string): Promise<number> => {
  const start = process.cpuUsage()
  for (const {html, url} of pages) await runs[name]?.(html, url ?? 'https://example.com/')
  const {user, system} = process.cpuUsage(start)
  return (user + system) / 1000
}

if (process.argv[3] === 'peak') {
  const slow = await time(WALK)
  const ms = Math.min(slow, await time(WALK))
  console.log(
    `the walk alone, heap of ${HEAP} MB: ${((pages.length * 1000) / ms).toFixed(1)} pages/s, peak ${peak()}`,
  )
  process.exit(0)
}

const times = new Map<string, number>()
// The first turn warms up.
for (let turn = 0; turn < 3; turn++) {
  for (const name of Object.keys(runs)) {
    const ms = await time(name)
    if (turn > 0) times.set(name, Math.min(times.get(name) ?? Number.POSITIVE_INFINITY, ms))
  }
}

const alone = times.get('rehype-parse alone') ?? 1
for (const [name, ms] of times) {
  const speed = (pages.length * 1000) / ms
  console.log(
    `${name.padEnd(24)}${speed.toFixed(1).padStart(8)} pages/s${(ms / alone).toFixed(2).padStart(8)} ×`,
  )
}
console.log(`${pages.length} pages, all four tools in this process: peak ${peak()}`)
execFileSync(
  process.execPath,
  [
    `--max-old-space-size=${HEAP}`,
    '--disable-warning=ExperimentalWarning',
    import.meta.filename,
    String(most),
    'peak',
  ],
  {stdio: 'inherit'},
)

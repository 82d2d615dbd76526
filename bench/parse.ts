/**
 * Parse a clean article, from bytes to blocks with keys, findings and source ranges, beside rehype-parse alone (limit:
 * 4 times its time; goal: 2.5) by language and size, then beside turndown with its GFM plugin and block-tools with
 * jsdom. `node --cpu-prof bench/parse.ts` shows the time of each station.
 *
 * `node bench/parse.ts [kilobytes] [language]`
 */
import rehypeParse from 'rehype-parse'
import TurndownService from 'turndown'
import {gfm} from 'turndown-plugin-gfm'
import {unified} from 'unified'
import {parseScrape} from '../ingest/parse/parse.ts'
import {cleanArticle, type Language, languages} from './support/articles.ts'
import {blockTools} from './support/block-tools.ts'
import {timeInTurns} from './support/time.ts'

const sizes = process.argv[2] ? [Number(process.argv[2])] : [5, 20, 100]
const names = process.argv[3] ? [process.argv[3] as Language] : (Object.keys(languages) as Language[])
const parser = unified().use(rehypeParse).freeze()
const turndown = new TurndownService().use(gfm)
const scrapeOf = (html: string) => ({
  bytes: Buffer.from(html),
  origin: 'bench',
  contentType: 'text/html; charset=utf-8',
})

/** Milliseconds of each run; short runs are repeated until a turn is long enough to measure. */
const time = <Name extends string>(runs: Record<Name, () => unknown>, kilobytes: number) =>
  timeInTurns(runs, 15, Math.max(2, Math.round(300 / kilobytes)))

console.log(
  `${'clean article'.padEnd(20)}${'rehype-parse'.padStart(14)}${'walk'.padStart(11)}${'ratio'.padStart(10)}`,
)
for (const kilobytes of sizes) {
  for (const language of names) {
    const html = cleanArticle(kilobytes * 1000, language)
    const scrape = scrapeOf(html)
    const {parse, walk} = time({parse: () => parser.parse(html), walk: () => parseScrape(scrape)}, kilobytes)
    console.log(
      [
        `${kilobytes} KB, ${language}`.padEnd(20),
        `${parse.toFixed(2)} ms`.padStart(14),
        `${walk.toFixed(2)} ms`.padStart(11),
        `${(walk / parse).toFixed(2)} ×`.padStart(10),
      ].join(''),
    )
  }
}

const largest = Math.max(...sizes)
const html = cleanArticle(largest * 1000, names[0])
const scrape = scrapeOf(html)
const times = time(
  {
    'rehype-parse alone': () => parser.parse(html),
    'bytes to blocks': () => parseScrape(scrape),
    'turndown with GFM': () => turndown.turndown(html),
    'block-tools, jsdom': () => blockTools(html),
  },
  largest,
)
const {article, findings} = parseScrape(scrape)
console.log(
  `\n${largest} KB, ${names[0]}, beside others: ${article.body.length} blocks, ${findings.length} findings`,
)
for (const [name, ms] of Object.entries(times)) {
  const ratio = ms / times['rehype-parse alone']
  console.log(
    [
      name.padEnd(20),
      `${ms.toFixed(1)} ms`.padStart(14),
      `${(largest / ms).toFixed(2)} MB/s`.padStart(11),
      `${ratio.toFixed(2)} ×`.padStart(10),
    ].join(''),
  )
}

/**
 * The whole walk on a clean article, from bytes to blocks with keys, findings and places in the source, beside rehype-parse
 * alone (bar: 4 times its time; target: 2.5), turndown with its GFM plugin, and block-tools with jsdom. Station by station
 * with `node --cpu-prof bench/parse.ts`.
 *
 * `node bench/parse.ts [kilobytes]`
 */
import {htmlToBlocks} from '@portabletext/block-tools'
import {JSDOM} from 'jsdom'
import rehypeParse from 'rehype-parse'
import TurndownService from 'turndown'
import {gfm} from 'turndown-plugin-gfm'
import {unified} from 'unified'
import {parseScrape} from '../ingest/parse.ts'
import {cleanArticle} from './support/articles.ts'
import {timeInTurns} from './support/time.ts'

const kilobytes = Number(process.argv[2] ?? 100)
const html = cleanArticle(kilobytes * 1000)
const bytes = Buffer.from(html)
const named = (...names: string[]) => names.map((name) => ({name, value: name}))
const schema = {
  block: {name: 'block'},
  span: {name: 'span'},
  styles: named('normal', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote'),
  lists: named('bullet', 'number'),
  decorators: named('strong', 'em', 'code', 'underline'),
  annotations: [{name: 'link', fields: [{name: 'href', type: 'string' as const}]}],
  blockObjects: [],
  inlineObjects: [],
}
const parser = unified().use(rehypeParse).freeze()
const turndown = new TurndownService().use(gfm)
const scrape = {bytes, origin: 'bench', contentType: 'text/html; charset=utf-8'}

const times = timeInTurns({
  'rehype-parse alone': () => parser.parse(html),
  'bytes to blocks': () => parseScrape(scrape),
  'turndown with GFM': () => turndown.turndown(html),
  'block-tools, jsdom': () =>
    htmlToBlocks(html, schema, {parseHtml: (text) => new JSDOM(text).window.document}),
})
const {article, findings} = parseScrape(scrape)
console.log(
  `${(bytes.length / 1000).toFixed(0)} KB, ${article.body.length} blocks, ${findings.length} findings`,
)
for (const [name, ms] of Object.entries(times)) {
  const speed = bytes.length / 1000 / ms
  const ratio = ms / times['rehype-parse alone']
  console.log(
    [
      name.padEnd(20),
      `${ms.toFixed(1)} ms`.padStart(10),
      `${speed.toFixed(2)} MB/s`.padStart(12),
      `${ratio.toFixed(2)} ×`.padStart(9),
    ].join(''),
  )
}

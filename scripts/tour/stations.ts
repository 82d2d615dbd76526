/** The walk of one page, stopped after each station to keep what comes out. The stations are those of `parseScrape`. */
import type {Root} from 'hast'
import {select} from 'hast-util-select'
import {toHtml} from 'hast-util-to-html'
import rehypeParse from 'rehype-parse'
import {type Plugin, unified} from 'unified'
import {VFile} from 'vfile'
import {decode} from '../../ingest/parse/decode/index.ts'
import chooseArticle from '../../ingest/parse/extract/index.ts'
import settleMedia from '../../ingest/parse/media/index.ts'
import readMetadata from '../../ingest/parse/metadata/index.ts'
import {parseScrape} from '../../ingest/parse/parse.ts'
import readSource from '../../ingest/parse/read-source.ts'
import repairTree from '../../ingest/parse/repair/tree/index.ts'
import sanitize, {judgeContent} from '../../ingest/parse/sanitize/index.ts'
import traceTree from '../../ingest/parse/trace/index.ts'
import type {Metadata, ParseResult, Scrape} from '../../ingest/parse/types.ts'
import type {Drafted} from '../../ingest/store/draft/documents.ts'
import {draft} from '../../ingest/store/draft/draft.ts'
import {PIPELINE_VERSION} from '../../ingest/store/draft/pipeline-version.ts'

/** What comes out of each station, in a form that a reader can look at. */
export interface Stations {
  charset: string
  decoded: string
  /** The text as the HTML parser reads it. */
  repaired: string
  metadata: Metadata
  /** HTML of the tree after the article is chosen, after its structure is repaired, and once it is safe. */
  chosen: string
  structured: string
  safe: string
  /** Of `parseScrape` itself. */
  result: ParseResult
  documents: Drafted
}

/** A plugin of the walk that works on the tree. */
type Station = Plugin<[], Root>

/** Walk a scrape, whose article's part shows damage, through the stations one by one. */
export function walk(scrape: Scrape): Stations {
  const {text, charset} = decode(scrape.bytes, {contentType: scrape.contentType, name: scrape.origin})
  const file = new VFile({
    value: text,
    data: {origin: scrape.origin, repair: 'always', ...(scrape.url !== undefined && {url: scrape.url})},
  })
  let tree = unified().use(rehypeParse).use(readSource).parse(file) as Root
  const repaired = file.data.html?.value ?? ''
  const after = (...plugins: Station[]): string => {
    for (const plugin of plugins) tree = unified().use(plugin).runSync(tree, file)
    return bodyHtml(tree)
  }
  after(readMetadata, settleMedia)
  const chosen = after(chooseArticle)
  const structured = after(traceTree, judgeContent, repairTree)
  const safe = after(sanitize)
  const result = parseScrape(scrape)
  return {
    charset,
    decoded: text,
    repaired,
    metadata: file.data.metadata ?? {},
    chosen,
    structured,
    safe,
    result,
    documents: draft(scrape, result, PIPELINE_VERSION),
  }
}

/** The HTML of what is in `body`, each block on a line. */
function bodyHtml(tree: Root): string {
  const body = select('body', tree)
  return toHtml(body?.children ?? tree.children, {characterReferences: {useNamedReferences: true}})
    .replaceAll('\n</p>', '</p>')
    .replace(/(?<=<\/(?:p|h\d|ul|table|thead|tbody|tr|li)>|<(?:ul|table|thead|tbody)>)(?=<)/g, '\n')
    .split('\n')
    .filter((line) => line.trim())
    .join('\n')
}

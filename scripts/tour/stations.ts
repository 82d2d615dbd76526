/** The walk of one page, stopped after each station to keep what comes out. The stations are those of `parseScrape`. */
import type {Root} from 'hast'
import {select} from 'hast-util-select'
import {toHtml} from 'hast-util-to-html'
import rehypeParse from 'rehype-parse'
import {type Plugin, unified} from 'unified'
import {VFile} from 'vfile'
import {decode} from '../../ingest/parse/decode/index.ts'
import chooseArticle from '../../ingest/parse/extract/index.ts'
import {createReport} from '../../ingest/parse/findings/messages.ts'
import settleMedia from '../../ingest/parse/media/index.ts'
import readMetadata from '../../ingest/parse/metadata/index.ts'
import {parseScrape} from '../../ingest/parse/parse.ts'
import {repairText} from '../../ingest/parse/repair/text/index.ts'
import repairTree from '../../ingest/parse/repair/tree/index.ts'
import sanitize, {judgeContent} from '../../ingest/parse/sanitize/index.ts'
import {attachOrigins} from '../../ingest/parse/trace/attach.ts'
import {traced} from '../../ingest/parse/trace/traced-text.ts'
import type {Metadata, ParseResult, Scrape} from '../../ingest/parse/types.ts'
import {unwrap} from '../../ingest/parse/unwrap/index.ts'
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

/** Walk a scrape through the stations one by one. */
export function walk(scrape: Scrape): Stations {
  const {text, charset} = decode(scrape.bytes, {contentType: scrape.contentType, name: scrape.origin})
  const file = new VFile({value: text, data: {...(scrape.url !== undefined && {url: scrape.url})}})
  const report = createReport(file)
  const {html, declared} = unwrap(traced(text), report)
  file.data.declared = declared
  const repaired = repairText(html, report)
  let tree = unified().use(rehypeParse).parse(repaired.value) as Root
  attachOrigins(tree, repaired, text)
  const after = (...plugins: Station[]): string => {
    for (const plugin of plugins) tree = unified().use(plugin).runSync(tree, file)
    return bodyHtml(tree)
  }
  after(readMetadata, settleMedia)
  const chosen = after(chooseArticle, judgeContent)
  const structured = after(repairTree)
  const safe = after(sanitize)
  const result = parseScrape(scrape)
  return {
    charset,
    decoded: text,
    repaired: repaired.value,
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

/**
 * Rich text as JSON, of the editors and content systems that keep it so. Each format is read by its own shape into HTML, which goes the
 * way of any other HTML from here on.
 */
import type {TracedText} from '../../trace/traced-text.ts'
import {sourceRange} from '../../trace/traced-text.ts'
import type {JsonNode} from '../json/tree.ts'
import {unescaped} from '../json/unescape.ts'
import {type Context, eitherOf, type Format, written} from './context.ts'
import {draft} from './formats/draft.ts'
import {editorJs} from './formats/editor-js.ts'
import {gutenberg} from './formats/gutenberg.ts'
import {nodeTree} from './formats/node-tree.ts'
import {notion} from './formats/notion.ts'
import {portableText} from './formats/portable-text.ts'
import {prismic} from './formats/prismic.ts'
import {quill} from './formats/quill.ts'
import {element, type HtmlNode, serialize} from './html.ts'
import {createNotes} from './notes.ts'

/** All formats; those with more particular shapes come first. */
const formats: readonly Format[] = [
  portableText,
  draft,
  editorJs,
  quill,
  prismic,
  gutenberg,
  notion,
  nodeTree,
]

/** The format of a value; undefined if it is not rich text. */
const formatOf = (value: JsonNode, source: string): Format | undefined =>
  value.children.length > 0 ? formats.find((one) => one.recognizes(value, source)) : undefined

/** The outermost values of rich text in a JSON document, in order. */
export function richTextIn(root: JsonNode, source: string): JsonNode[] {
  const found: JsonNode[] = []
  const waiting = [root]
  for (let one = waiting.pop(); one; one = waiting.pop()) {
    if (formatOf(one, source)) found.push(one)
    else for (const child of one.children.toReversed()) if (child.children.length > 0) waiting.push(child)
  }
  return found
}

/** Rich text as HTML, and the images and embeds in it that have no address. */
export interface RichText {
  html: TracedText
  /** The strings that are in it. */
  used: JsonNode[]
  missing: JsonNode[]
}

/** Read a value that is rich text. */
export function readRichText(document: TracedText, value: JsonNode): RichText {
  const missing: JsonNode[] = []
  const used: JsonNode[] = []
  const notes = createNotes(document)
  let root = value
  while (root.parent) root = root.parent
  const context: Context = {
    document,
    root,
    nested: (one) => {
      const format = formatOf(one, document.value)
      return format ? format.htmlOf(one, context) : restOf(context, one)
    },
    read: (one) => {
      used.push(one)
      return unescaped(document, one)
    },
    note: notes.add,
    missing: (one) => missing.push(one),
  }
  const nodes = formatOf(value, document.value)?.htmlOf(value, context) ?? []
  const html = serialize([...nodes, ...notes.list()], sourceRange(document, value.start, value.start).start)
  return {html, used: used.filter(writtenIn(document, html)), missing}
}

/** Tells which strings are in a text: of a link that several stretches of text have, only the first is written. */
function writtenIn(document: TracedText, html: TracedText): (value: JsonNode) => boolean {
  const starts = new Set(html.origin.map(({start}) => start))
  return ({start, end}) => {
    const range = sourceRange(document, start, end)
    return starts.has(range.start) || end === start
  }
}

/** Keys of values that are text for readers. */
const TEXT_KEYS =
  /^(?:text|content|html|body|copy|markdown|caption|title|heading|headline|subheading|description|quote|question|answer|summary|lead|intro|paragraph|message|code)$/i
/** Names of blocks that lead away from the article. */
const FURNITURE = /related|newsletter|promo|advert|recommend|sign-?up|teaser|recirc|subscri|social|share/i
/** Keys of values that describe the block to programs. */
const SETTINGS =
  /^_|^(?:meta|metadata|seo|settings|options|config|asset|sys)$|(?:type|name|id|key|slug|url|href|src|class|style|layout|variant|color|size|alignment|target|rel)$/i
const CJK = /[\u3040-\u30ff\u4e00-\u9fff]{6}/
/** Whether a text has as many words as a sentence. */
const isProse = (text: string): boolean => {
  const start = text.slice(0, 300)
  return start.trim().split(/\s+/).length > 3 || CJK.test(start)
}

/** Text in a value that is in no known format: what its keys call text, or what reads as such. */
function restOf(context: Context, value: JsonNode): HtmlNode[] {
  const source = context.document.value
  if (value.type === 'string') {
    const content = written(source, value) ?? ''
    const isText = TEXT_KEYS.test(value.key) && /\S/.test(content)
    if (!isText && (SETTINGS.test(value.key) || !isProse(content))) return []
    const html = eitherOf(context, value)
    return [
      /<(?:p|div|ul|ol|h[1-6]|table|blockquote|figure)[\s>]/i.test(html.value) ? html : element('p', [html]),
    ]
  }
  if (value.type === 'literal') return []
  const names = ['_type', 'type', 'blockType', '__typename', 'component', 'name']
  const name = value.children.find(({key, type}) => type === 'string' && names.includes(key))
  if (FURNITURE.test(written(source, name) ?? '')) return []
  return value.children
    .filter(({key}) => key === '*' || !SETTINGS.test(key))
    .flatMap((one) => context.nested(one))
}

/** The values of a JSON document that may hold an article: strings by their keys, and rich text by its shape. */
import type {SourceRange, TracedText} from '../../trace/traced-text.ts'
import {join, sourceRange, traced} from '../../trace/traced-text.ts'
import {type JsonNode, type JsonString, readJson, stringsIn} from '../json/tree.ts'
import {unescaped} from '../json/unescape.ts'
import {between} from '../lib/compose.ts'
import {readRichText, richTextIn} from '../rich-text/index.ts'

/** A value of rich text. */
export interface RichValue {
  /** Keys from the outside in; `*` for a place in an array. */
  path: string[]
  node: JsonNode
  /** Length of the text in it, in characters. */
  length: number
}

/** Find the rich text of a document, and the strings outside of it. */
export function valuesIn(root: JsonNode, source: string): {strings: JsonString[]; rich: RichValue[]} {
  const nodes = richTextIn(root, source)
  const all = stringsIn(root, new Set(nodes))
  const text = traced(source)
  const packed = all.filter(({node}) => packedText(text, node) !== undefined)
  const rich = [...nodes, ...packed.map(({node}) => node)].map((node) => ({
    node,
    path: pathOf(node),
    length: lengthOf(node, source),
  }))
  return {strings: all.filter((one) => !packed.includes(one)), rich}
}

/** Signs of rich text in a string that is JSON itself. */
const PACKED = /^\s{0,9}(?:\{|\[\s{0,9}\{)\s{0,9}\\"/
const PACKED_KEYS = /\\"(?:type|_type|nodeType|blocks|ops|root|object)\\"\s{0,9}:/

/** Rich text that a system keeps as a string of JSON, so that it is escaped twice. */
function packedText(
  text: TracedText,
  {start, end, type}: JsonNode,
): {document: TracedText; nodes: JsonNode[]} | undefined {
  const beginning =
    type === 'string' && end - start > 40 ? text.value.slice(start, Math.min(end, start + 2000)) : ''
  if (!PACKED.test(beginning) || !PACKED_KEYS.test(beginning)) return undefined
  const document = unescaped(text, {start, end})
  const root = readJson(document.value)
  const nodes = root ? richTextIn(root, document.value) : []
  return nodes.length > 0 ? {document, nodes} : undefined
}

/** The keys that lead to a value from the document. */
export function pathOf(node: JsonNode): string[] {
  const path: string[] = []
  for (let one: JsonNode | undefined = node; one?.parent; one = one.parent) path.push(one.key)
  return path.reverse()
}

/** Rich text keeps names and addresses in strings too, which have no spaces. */
function lengthOf(node: JsonNode, source: string): number {
  let length = 0
  const waiting = [node]
  for (let one = waiting.pop(); one; one = waiting.pop()) {
    if (one.type === 'string' && /\s|[\u3040-\u9fff]/.test(source.slice(one.start, one.end)))
      length += one.end - one.start
    for (const child of one.children) waiting.push(child)
  }
  return length
}

/** A body as HTML. */
export interface ReadBody {
  html: TracedText
  /** Strings of the document that are in it. */
  used: readonly JsonNode[]
  /** Source ranges in these strings that are not. */
  left: readonly SourceRange[]
  /** Source ranges of images in it without an address. */
  missing: readonly SourceRange[]
}

/** Read a body: a string of text or HTML, rich text, or a string that holds rich text. */
export function readBody(text: TracedText, node: JsonNode): ReadBody {
  if (node.type !== 'string') {
    const {html, used, missing} = readRichText(text, node)
    return {html, used, left: [], missing: missing.map(({start, end}) => sourceRange(text, start, end))}
  }
  const packed = packedText(text, node)
  if (!packed) return {html: unescaped(text, node), used: [node], left: [], missing: []}
  const {document, nodes} = packed
  const read = nodes.map((one) => readRichText(document, one))
  return {
    html: join(read.map(({html}) => html)),
    used: [node],
    left: between(
      document,
      read.flatMap(({used}) => used),
    ),
    missing: read.flatMap(({missing}) => missing.map(({start, end}) => sourceRange(document, start, end))),
  }
}

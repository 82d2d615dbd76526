/** The values of a JSON document that may hold an article: strings by their keys, and rich text by its shape. */
import type {TracedText} from '../../trace/traced-text.ts'
import {type JsonNode, type JsonString, stringsIn} from '../json/tree.ts'
import {unescaped} from '../json/unescape.ts'
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
  const rich = nodes.map((node) => ({node, path: pathOf(node), length: lengthOf(node, source)}))
  return {strings: stringsIn(root, new Set(nodes)), rich}
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

/** The HTML of a body, the strings that it is made of, and the images in it without an address. */
export function readBody(
  text: TracedText,
  node: JsonNode,
): {html: TracedText; used: readonly JsonNode[]; missing: readonly JsonNode[]} {
  return node.type === 'string'
    ? {html: unescaped(text, node), used: [node], missing: []}
    : readRichText(text, node)
}

/** What a typed node says of itself, under the names of any format. */

import {valueAt} from '../../json/keys.ts'
import type {JsonNode} from '../../json/tree.ts'
import {attributeOf, type Context, listNode, numberAt, stringNode, written, writtenAt} from '../context.ts'
import {markNamed, marksInBits} from '../marks.ts'
import {kindOf} from '../names.ts'
import type {Mark} from '../runs.ts'

/** Keys of the objects that hold the attributes of a node. */
export const ATTRIBUTES = ['attrs', 'data', 'fields', 'properties', 'props', 'attributes']

/** The name of a node's kind. An element of hast has its name beside its type. */
export const nameOf = (source: string, value: JsonNode): string | undefined =>
  value.type === 'object'
    ? writtenAt(source, value, 'nodeType', 'tagName', 'type', 'blockType', 'kind')
    : undefined

/** The nodes in a node. */
export const childrenOf = (value: JsonNode): readonly JsonNode[] =>
  listNode(value, 'children', 'content', 'nodes', 'leaves', 'content_elements', 'items')?.children ?? []

/** The text of a node that has no nodes in it. */
export const ownText = (value: JsonNode): JsonNode | undefined =>
  stringNode(value, 'text', 'value', 'content', 'html', 'body', 'code', 'title')

/** An attribute of a node: a value of its own, or in one of the objects for attributes. */
export function attribute(value: JsonNode, ...keys: readonly string[]): JsonNode | undefined {
  const holders = [value, ...ATTRIBUTES.flatMap((key) => valueAt(value, key) ?? [])]
  for (const holder of holders) {
    const found = keys.map((key) => valueAt(holder, key)).find((one) => one && one.end > one.start)
    if (found) return found
  }
  return undefined
}

/** An attribute as it is written in the document. */
export const attributeWritten = (
  source: string,
  value: JsonNode,
  ...keys: readonly string[]
): string | undefined => written(source, attribute(value, ...keys))

/** A number among the attributes. */
export const number = (source: string, value: JsonNode, ...keys: readonly string[]): number | undefined => {
  const found = attribute(value, ...keys)
  return found && numberAt(source, found.parent, found.key)
}

/** Whether a node is a stretch of text. */
export function isLeaf(source: string, value: JsonNode): boolean {
  if (value.type !== 'object' || childrenOf(value).length > 0) return false
  const name = nameOf(source, value)
  return stringNode(value, 'text', 'value') !== undefined && (name === undefined || kindOf(name) === 'text')
}

/** Whether a node is always part of a line. */
export function isInline(source: string, value: JsonNode): boolean {
  if (isLeaf(source, value)) return true
  const name = nameOf(source, value)
  const kind = kindOf(name)
  if (kind === 'link' || kind === 'break') return true
  // Old Slate: a text node with leaves.
  if (writtenAt(source, value, 'object') === 'text') return true
  if (name === 'span') return true
  return kind === undefined && name !== undefined && markNamed(name) !== undefined
}

/** The marks that a node puts on its text. */
export function marksOn(context: Context, value: JsonNode): Mark[] {
  const source = context.document.value
  const name = nameOf(source, value)
  const kind = kindOf(name)
  const byName = name !== undefined && (kind === undefined || kind === 'code') ? markNamed(name) : undefined
  const listed = (listNode(value, 'marks')?.children ?? []).flatMap((one) => {
    const type = written(source, one) ?? writtenAt(source, one, 'type', '_type', 'name') ?? ''
    return (kindOf(type) === 'link' ? linkMark(context, one) : markNamed(type)) ?? []
  })
  const flags = value.children.flatMap((one) =>
    written(source, one) === 'true' ? (markNamed(one.key) ?? []) : [],
  )
  const bits = marksInBits(numberAt(source, value, 'format') ?? 0)
  return [...(byName ? [byName] : []), ...listed, ...flags, ...bits]
}

/** A link with its address; undefined without one. */
export function linkMark(context: Context, value: JsonNode): Mark | undefined {
  const address = attribute(value, 'href', 'url', 'uri', 'link')
  if (address?.type !== 'string') return undefined
  return {
    tag: 'a',
    attributes: {href: attributeOf(context, address)},
    key: `a ${context.document.value.slice(address.start, address.end)}`,
  }
}

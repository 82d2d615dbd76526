/** Rich text of Prismic: a list of blocks with plain text, and spans with their places in it. Items of lists are flat. */
import type {JsonNode} from '../../json/tree.ts'
import {
  attributeOf,
  type Context,
  codeBlock,
  type Format,
  listNode,
  numberAt,
  objectNode,
  stringNode,
  writtenAt,
} from '../context.ts'
import {element} from '../html.ts'
import {type FlatPart, nestParts} from '../lists.ts'
import {markNamed} from '../marks.ts'
import {embedOf, figureOf} from '../media.ts'
import {levelIn} from '../names.ts'
import {type MarkedRange, nestRuns, runsOf} from '../runs.ts'

export const prismic: Format = {
  recognizes: (value) =>
    value.type === 'array' &&
    value.children.some(
      (one) => listNode(one, 'spans') !== undefined && stringNode(one, 'text', 'content') !== undefined,
    ),
  htmlOf: (value, context) => nestParts(value.children.map((one) => partOf(context, one))),
}

function partOf(context: Context, block: JsonNode): FlatPart {
  const source = context.document.value
  const type = writtenAt(source, block, 'type') ?? 'paragraph'
  const text = stringNode(block, 'text', 'content')
  if (type === 'image') return {nodes: figureOf(context, block)}
  if (!text) return {nodes: embedOf(context, objectNode(block, 'oembed') ?? block)}
  if (type === 'preformatted') return {nodes: [codeBlock(context, [text], undefined)]}
  const ranges = (listNode(block, 'spans')?.children ?? []).flatMap((span): MarkedRange[] => {
    const name = writtenAt(source, span, 'type') ?? ''
    const address = stringNode(objectNode(span, 'data'), 'url')
    const mark =
      name === 'hyperlink' && address
        ? {tag: 'a', attributes: {href: attributeOf(context, address)}, key: `a ${address.start}`}
        : markNamed(name)
    const [start, end] = [numberAt(source, span, 'start'), numberAt(source, span, 'end')]
    return mark && start !== undefined && end !== undefined ? [{start, end, mark}] : []
  })
  const inline = nestRuns(runsOf(context.read(text), ranges))
  if (type === 'list-item' || type === 'o-list-item')
    return {item: {level: 1, tag: type === 'o-list-item' ? 'ol' : 'ul', children: inline}}
  return {nodes: [element(type.startsWith('heading') ? `h${levelIn(type) ?? 2}` : 'p', inline)]}
}

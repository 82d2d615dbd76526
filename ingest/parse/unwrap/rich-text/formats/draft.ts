/**
 * Draft.js, as `convertToRaw` writes it: blocks of plain text with ranges of styles, and ranges of entities (links, images), which are in
 * `entityMap`. Offsets are in UTF-16 units.
 */
import {valueAt} from '../../json/keys.ts'
import type {JsonNode} from '../../json/tree.ts'
import {
  attributeOf,
  type Context,
  codeBlock,
  type Format,
  isTrue,
  listNode,
  numberAt,
  objectNode,
  stringNode,
  writtenAt,
} from '../context.ts'
import {element, type HtmlNode} from '../html.ts'
import {type FlatPart, nestParts} from '../lists.ts'
import {markNamed} from '../marks.ts'
import {embedOf, figureOf} from '../media.ts'
import {kindOf, levelIn} from '../names.ts'
import {type MarkedRange, nestRuns, runsOf} from '../runs.ts'

export const draft: Format = {
  recognizes: (value) => {
    const blocks = value.type === 'object' ? listNode(value, 'blocks')?.children : undefined
    return (
      blocks?.[0] !== undefined &&
      (valueAt(value, 'entityMap') !== undefined || listNode(blocks[0], 'inlineStyleRanges') !== undefined) &&
      blocks.every((one) => stringNode(one, 'text') !== undefined)
    )
  },
  htmlOf: (value, context) =>
    nestParts(
      joinCode(context.document.value, listNode(value, 'blocks')?.children ?? []).map((row) =>
        partOf(context, value, row),
      ),
    ),
}

/** Blocks one by one, but the lines of one block of code together. */
function joinCode(source: string, blocks: readonly JsonNode[]): JsonNode[][] {
  const rows: JsonNode[][] = []
  for (const block of blocks) {
    const last = rows.at(-1)
    if (isCode(source, block) && last?.[0] && isCode(source, last[0])) last.push(block)
    else rows.push([block])
  }
  return rows
}

const isCode = (source: string, block: JsonNode): boolean =>
  kindOf(writtenAt(source, block, 'type')) === 'code'

function partOf(context: Context, value: JsonNode, row: readonly JsonNode[]): FlatPart {
  const source = context.document.value
  const [block] = row
  const text = stringNode(block, 'text')
  if (!block || !text) return {nodes: []}
  const type = writtenAt(source, block, 'type') ?? 'unstyled'
  if (isCode(source, block)) {
    const lines = row.flatMap((one, index) => [...(index > 0 ? [undefined] : []), stringNode(one, 'text')])
    return {
      nodes: [codeBlock(context, lines, writtenAt(source, objectNode(block, 'data'), 'language', 'syntax'))],
    }
  }
  if (type === 'atomic') return {nodes: atomicOf(context, value, block)}
  const inline = inlineOf(context, value, block, text)
  if (/-list-item$/.test(type)) {
    const tag = type.startsWith('ordered') ? 'ol' : 'ul'
    const isDone = type.startsWith('check') ? isTrue(source, objectNode(block, 'data'), 'checked') : undefined
    const level = (numberAt(source, block, 'depth') ?? 0) + 1
    return {item: {level, tag, children: inline, ...(isDone !== undefined && {isDone})}}
  }
  if (!/\S/.test(source.slice(text.start, text.end))) return {nodes: []}
  const kind = kindOf(type)
  if (kind === 'heading') return {nodes: [element(`h${levelIn(type) ?? 2}`, inline)]}
  if (kind === 'quote') return {nodes: [element('blockquote', [element('p', inline)])]}
  return {nodes: [element('p', inline)]}
}

function inlineOf(context: Context, value: JsonNode, block: JsonNode, text: JsonNode): HtmlNode[] {
  const source = context.document.value
  const styles = (listNode(block, 'inlineStyleRanges')?.children ?? []).flatMap((range) => {
    const mark = markNamed(writtenAt(source, range, 'style') ?? '')
    return mark ? rangeOf(source, range, mark) : []
  })
  const links = (listNode(block, 'entityRanges')?.children ?? []).flatMap((range) => {
    const address = stringNode(objectNode(entityOf(source, value, range), 'data'), 'url', 'href')
    if (!address) return []
    const key = `a ${source.slice(address.start, address.end)}`
    return rangeOf(source, range, {tag: 'a', attributes: {href: attributeOf(context, address)}, key})
  })
  return nestRuns(runsOf(context.read(text), [...links, ...styles]))
}

function rangeOf(source: string, range: JsonNode, mark: MarkedRange['mark']): MarkedRange[] {
  const start = numberAt(source, range, 'offset') ?? 0
  const length = numberAt(source, range, 'length') ?? 0
  return length > 0 ? [{start, end: start + length, mark}] : []
}

/** The entity that a range refers to: in an object by its key, or in a list by its place. */
function entityOf(source: string, value: JsonNode, range: JsonNode): JsonNode | undefined {
  const map = valueAt(value, 'entityMap')
  const key = writtenAt(source, range, 'key')
  if (!map || key === undefined) return undefined
  const found = map.type === 'array' ? map.children[Number(key)] : valueAt(map, key)
  return objectNode(found, 'value') ?? found
}

/** A block that is only there for its entity. */
function atomicOf(context: Context, value: JsonNode, block: JsonNode): HtmlNode[] {
  const source = context.document.value
  const [range] = listNode(block, 'entityRanges')?.children ?? []
  const entity = (range && entityOf(source, value, range)) ?? objectNode(block, 'data')
  if (!entity) return []
  const type = (writtenAt(source, entity, 'type') ?? '').toLowerCase()
  if (/divider|rule|hr\b|separator/.test(type)) return [element('hr', [])]
  if (/image|photo|picture|img/.test(type)) return figureOf(context, entity)
  return embedOf(context, objectNode(entity, 'data') ?? entity)
}

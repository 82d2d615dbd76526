/**
 * Blocks of the API of Notion: each has its content under the name of its type. Text is a list of pieces with annotations, and an item of a
 * list is a block of its own.
 */
import type {JsonNode} from '../../json/tree.ts'
import {
  attributeOf,
  type Context,
  codeBlock,
  type Format,
  isTrue,
  listNode,
  objectNode,
  stringNode,
  textOf,
  writtenAt,
} from '../context.ts'
import {element, type HtmlNode, hasContent} from '../html.ts'
import {type FlatPart, nestParts} from '../lists.ts'
import {markNamed} from '../marks.ts'
import {embedOf, figureOf} from '../media.ts'
import {levelIn} from '../names.ts'
import {nestRuns} from '../runs.ts'

export const notion: Format = {
  recognizes: (value, source) =>
    value.type === 'array' &&
    value.children.some(
      (one) => writtenAt(source, one, 'object') === 'block' && contentOf(source, one) !== undefined,
    ),
  htmlOf: (value, context) => blocksOf(context, value.children),
}

const blocksOf = (context: Context, blocks: readonly JsonNode[]): HtmlNode[] =>
  nestParts(blocks.map((block) => partOf(context, block)))

const contentOf = (source: string, block: JsonNode): JsonNode | undefined =>
  objectNode(block, writtenAt(source, block, 'type') ?? '')

function partOf(context: Context, block: JsonNode): FlatPart {
  const source = context.document.value
  const type = writtenAt(source, block, 'type') ?? ''
  const content = contentOf(source, block)
  if (!content) return {nodes: []}
  const text = inlineOf(context, listNode(content, 'rich_text', 'text'))
  const inner = blocksOf(
    context,
    (listNode(content, 'children') ?? listNode(block, 'children'))?.children ?? [],
  )
  if (/^(?:bulleted|numbered)_list_item$|^to_do$/.test(type)) {
    const tag = type.startsWith('numbered') ? 'ol' : 'ul'
    const isDone = type === 'to_do' ? isTrue(source, content, 'checked') : undefined
    return {item: {level: 1, tag, children: [...text, ...inner], ...(isDone !== undefined && {isDone})}}
  }
  return {nodes: [...nodesOf(context, type, content, text), ...(type === 'table' ? [] : inner)]}
}

function nodesOf(context: Context, type: string, content: JsonNode, text: readonly HtmlNode[]): HtmlNode[] {
  const source = context.document.value
  if (type === 'divider') return [element('hr', [])]
  if (type === 'image') return figureOf(context, content, inlineOf(context, listNode(content, 'caption')))
  if (type === 'code') {
    const strings = listNode(content, 'rich_text', 'text')?.children.map((one) =>
      stringNode(one, 'plain_text'),
    )
    return [
      codeBlock(
        context,
        strings?.filter((one) => one !== undefined) ?? [],
        writtenAt(source, content, 'language'),
      ),
    ]
  }
  if (type === 'table') {
    const rows = (listNode(content, 'children')?.children ?? []).map((row, index) => {
      const cells = listNode(objectNode(row, 'table_row'), 'cells')?.children ?? []
      const name = index === 0 && isTrue(source, content, 'has_column_header') ? 'th' : 'td'
      return element(
        'tr',
        cells.map((cell) => element(name, inlineOf(context, cell))),
      )
    })
    return rows.length > 0 ? [element('table', rows)] : []
  }
  if (/^(?:bookmark|embed|video|link_preview|audio|file|pdf)$/.test(type)) return embedOf(context, content)
  if (!hasContent(text)) return []
  if (type.startsWith('heading')) return [element(`h${levelIn(type) ?? 2}`, text)]
  return [type === 'quote' ? element('blockquote', [element('p', text)]) : element('p', text)]
}

function inlineOf(context: Context, list: JsonNode | undefined): HtmlNode[] {
  const source = context.document.value
  return nestRuns(
    (list?.children ?? []).flatMap((one) => {
      const text = stringNode(one, 'plain_text')
      if (!text) return []
      const address = stringNode(one, 'href')
      const flags = objectNode(one, 'annotations')?.children ?? []
      const marks = flags.flatMap(({key}) =>
        isTrue(source, objectNode(one, 'annotations'), key) ? (markNamed(key) ?? []) : [],
      )
      const link = address && {
        tag: 'a',
        attributes: {href: attributeOf(context, address)},
        key: `a ${source.slice(address.start, address.end)}`,
      }
      return [{content: textOf(context, text), marks: link ? [...marks, link] : marks}]
    }),
  )
}

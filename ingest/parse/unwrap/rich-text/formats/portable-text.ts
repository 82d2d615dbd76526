/**
 * Portable Text (portabletext.org): a list of blocks. A block is a paragraph, heading, quote or item of a list, its spans have marks, and
 * marks with data are in its `markDefs`. Objects between the blocks are of any kind.
 */
import type {JsonNode} from '../../json/tree.ts'
import {
  attributeOf,
  type Context,
  codeBlock,
  type Format,
  listNode,
  numberAt,
  stringNode,
  textOf,
  written,
  writtenAt,
} from '../context.ts'
import {element, type HtmlElement, type HtmlNode, hasContent, isElement} from '../html.ts'
import {type FlatPart, nestParts} from '../lists.ts'
import {markNamed} from '../marks.ts'
import {embedOf, figureOf} from '../media.ts'
import {kindOf, levelIn} from '../names.ts'
import {type Mark, nestRuns, type Run} from '../runs.ts'

export const portableText: Format = {
  recognizes: (value, source) =>
    value.type === 'array' &&
    value.children.some((one) => isBlock(source, one)) &&
    value.children.every(
      (one) => one.type === 'object' && stringNode(one, '_type', '__typename') !== undefined,
    ),
  htmlOf: (value, context) => nestParts(value.children.map((one) => partOf(context, one))),
}

const isBlock = (source: string, value: JsonNode): boolean =>
  listNode(value, 'children') !== undefined &&
  (writtenAt(source, value, '_type') === 'block' || stringNode(value, 'style', 'listItem') !== undefined)

function partOf(context: Context, value: JsonNode): FlatPart {
  const source = context.document.value
  if (!isBlock(source, value)) return {nodes: objectOf(context, value)}
  const children = listNode(value, 'children')?.children ?? []
  const inline = nestRuns(
    children.flatMap((one, index) => [
      ...runsOf(context, value, one),
      ...notesAfter(context, value, one, children[index + 1]),
    ]),
  )
  if (!hasContent(inline)) return {nodes: []}
  const style = writtenAt(source, value, 'style') ?? 'normal'
  const kind = writtenAt(source, value, 'listItem')
  if (kind !== undefined) {
    const tag = /^(?:number|ordered|decimal|ol)/i.test(kind) ? 'ol' : 'ul'
    return {item: {level: numberAt(source, value, 'level') ?? 1, tag, children: inline}}
  }
  switch (kindOf(style)) {
    case 'heading':
      return {nodes: [element(`h${levelIn(style) ?? 2}`, inline)]}
    case 'quote':
      return {nodes: [element('blockquote', [element('p', inline)])]}
    case 'code':
      return {nodes: [element('pre', inline)]}
    default:
      return {nodes: [element('p', inline)]}
  }
}

/** The marks of notes that end with a span: a note is a mark with data, on the words that it is about. */
function notesAfter(context: Context, block: JsonNode, span: JsonNode, next: JsonNode | undefined): Run[] {
  const source = context.document.value
  const namesOn = (one: JsonNode | undefined): string[] =>
    (listNode(one, 'marks')?.children ?? []).flatMap((mark) => written(source, mark) ?? [])
  const going = new Set(namesOn(next))
  return namesOn(span).flatMap((name): Run[] => {
    const definition = going.has(name) ? undefined : definitionOf(context, block, name)
    const mark = definition && isNote(source, definition) ? noteOf(context, definition) : undefined
    return mark ? [{content: mark, marks: []}] : []
  })
}

const NOTE = /^(?:foot|end|side|margin)?-?_?notes?(?:reference|ref|mark)?$/i
const isNote = (source: string, value: JsonNode): boolean =>
  NOTE.test(writtenAt(source, value, '_type') ?? '')

/** The mark of a note, whose words are rich text or a string. */
const noteOf = (context: Context, value: JsonNode): HtmlNode | undefined =>
  context.note(
    value,
    value.children
      .filter(({key}) => !/^_|(?:number|id|key|label)$/i.test(key))
      .flatMap((one) =>
        one.type === 'string' ? [element('p', [textOf(context, one)])] : context.nested(one),
      ),
  )

const definitionOf = (context: Context, block: JsonNode, name: string): JsonNode | undefined =>
  listNode(block, 'markDefs')?.children.find((one) => writtenAt(context.document.value, one, '_key') === name)

/** The text of a span, or an object in the line. */
function runsOf(context: Context, block: JsonNode, value: JsonNode): Run[] {
  const source = context.document.value
  const text = stringNode(value, 'text')
  if (isNote(source, value)) {
    const mark = noteOf(context, value)
    return mark ? [{content: mark, marks: []}] : []
  }
  if (!text || listNode(value, 'children'))
    return objectOf(context, value)
      .flatMap((node): readonly HtmlNode[] => (isElement(node) && node.tag === 'p' ? node.children : [node]))
      .map((content) => ({content, marks: []}))
  const names = (listNode(value, 'marks')?.children ?? []).flatMap((one) => written(source, one) ?? [])
  return [
    {content: textOf(context, text), marks: names.flatMap((name) => markOf(context, block, name) ?? [])},
  ]
}

/** A mark by its name, or by the definition that it is the key of. */
function markOf(context: Context, block: JsonNode, name: string): Mark | undefined {
  const definition = definitionOf(context, block, name)
  const address =
    stringNode(definition, 'href', 'url') ??
    stringNode(
      definition?.children.find(({key}) => key === 'link'),
      'href',
      'url',
    )
  if (!definition) return markNamed(name)
  return address ? {tag: 'a', attributes: {href: attributeOf(context, address)}, key: `a ${name}`} : undefined
}

/** An object between blocks, by the kinds that schemas usually have. */
function objectOf(context: Context, value: JsonNode): HtmlNode[] {
  const source = context.document.value
  const type = writtenAt(source, value, '_type') ?? ''
  const code = stringNode(value, 'code')
  if (code && /code/i.test(type)) return [codeBlock(context, [code], writtenAt(source, value, 'language'))]
  const rows = listNode(value, 'rows')
  if (rows && /table/i.test(type)) return rowsOf(context, value, rows)
  switch (kindOf(type)) {
    case 'image':
      return figureOf(context, value)
    case 'rule':
    case 'break':
      return [element('hr', [])]
    case 'embed':
      return embedOf(context, value)
    default:
      return /image|figure|photo/i.test(type) ? figureOf(context, value) : context.nested(value)
  }
}

/** A table of `@sanity/table`, whose cells are strings, or of a plugin with rich cells. */
function rowsOf(context: Context, table: JsonNode, rows: JsonNode): HtmlElement[] {
  const hasHead = (numberAt(context.document.value, table, 'headerRows') ?? 0) > 0 || undefined
  const lines = rows.children.map((row, index) =>
    element(
      'tr',
      (listNode(row, 'cells')?.children ?? []).map((cell) =>
        element(
          hasHead && index === 0 ? 'th' : 'td',
          cell.type === 'string' ? [textOf(context, cell)] : context.nested(cell),
        ),
      ),
    ),
  )
  return [element('table', lines)]
}

/**
 * Editor.js: an object with `blocks`, each with a `type` and its `data`. Texts in them are HTML of the line. Lists are nested since
 * version 2 of their tool.
 */
import {valueAt} from '../../json/keys.ts'
import type {JsonNode} from '../../json/tree.ts'
import {
  type Context,
  codeBlock,
  type Format,
  isTrue,
  listNode,
  markupOf,
  numberAt,
  objectNode,
  stringNode,
  textOf,
  written,
  writtenAt,
} from '../context.ts'
import {element, type HtmlElement, type HtmlNode} from '../html.ts'
import {withBox} from '../lists.ts'
import {embedOf, figureOf} from '../media.ts'
import {kindOf} from '../names.ts'

export const editorJs: Format = {
  recognizes: (value) => {
    const blocks = value.type === 'object' ? listNode(value, 'blocks')?.children : undefined
    return (
      blocks?.[0] !== undefined &&
      blocks.every((one) => stringNode(one, 'type') !== undefined && objectNode(one, 'data') !== undefined)
    )
  },
  htmlOf: (value, context) =>
    (listNode(value, 'blocks')?.children ?? []).flatMap((one) => blockOf(context, one)),
}

function blockOf(context: Context, block: JsonNode): HtmlNode[] {
  const source = context.document.value
  const type = writtenAt(source, block, 'type') ?? ''
  const data = objectNode(block, 'data')
  if (!data) return []
  const text = stringNode(data, 'text')
  const inline = text ? [markupOf(context, text)] : []
  const items = listNode(data, 'items')
  if (items) return listOf(context, data, items)
  switch (kindOf(type)) {
    case 'paragraph':
      return [element('p', inline)]
    case 'heading':
      return [element(`h${Math.min(Math.max(numberAt(source, data, 'level') ?? 2, 1), 6)}`, inline)]
    case 'quote': {
      const caption = stringNode(data, 'caption')
      const by =
        caption && caption.end > caption.start ? [element('footer', [markupOf(context, caption)])] : []
      return [element('blockquote', [element('p', inline), ...by])]
    }
    case 'code': {
      const code = stringNode(data, 'code')
      return code ? [codeBlock(context, [code], writtenAt(source, data, 'language', 'languageCode'))] : []
    }
    case 'rule':
      return [element('hr', [])]
    case 'table':
      return tableOf(context, data)
    case 'markup': {
      const html = stringNode(data, 'html')
      return html ? [markupOf(context, html)] : []
    }
    case 'embed':
      return embedOf(context, objectNode(block, 'data') ?? block)
    default:
      return otherOf(context, type, data, inline)
  }
}

function otherOf(context: Context, type: string, data: JsonNode, inline: readonly HtmlNode[]): HtmlNode[] {
  const link = stringNode(data, 'link')
  if (link && /link/i.test(type)) {
    const title = stringNode(objectNode(data, 'meta'), 'title') ?? link
    return [element('p', [element('a', [textOf(context, title)], {href: markupOf(context, link)})])]
  }
  if (/image|picture|photo/i.test(type)) return figureOf(context, data)
  const file = objectNode(data, 'file')
  const address = stringNode(file, 'url')
  if (address) {
    const name = stringNode(data, 'title') ?? stringNode(file, 'name', 'title') ?? address
    return [element('p', [element('a', [textOf(context, name)], {href: markupOf(context, address)})])]
  }
  const strings = ['title', 'message', 'content'].flatMap((key) => stringNode(data, key) ?? [])
  if (inline.length > 0) return [element('p', inline)]
  return strings.length > 0
    ? strings.map((one) => element('p', [markupOf(context, one)]))
    : data.children.flatMap((one) => context.nested(one))
}

function listOf(context: Context, data: JsonNode, items: JsonNode): HtmlElement[] {
  const source = context.document.value
  const tag = writtenAt(source, data, 'style') === 'ordered' ? 'ol' : 'ul'
  const isTasks = writtenAt(source, data, 'style') === 'checklist'
  const list = (all: JsonNode): HtmlElement =>
    element(
      tag,
      all.children.map((item) => {
        const text = item.type === 'string' ? item : stringNode(item, 'content', 'text')
        const inner = listNode(item, 'items')
        const isTask = isTasks || valueAt(item, 'checked') !== undefined
        const isDone = isTrue(source, item, 'checked') || isTrue(source, objectNode(item, 'meta'), 'checked')
        const content = text ? [markupOf(context, text)] : []
        return element('li', [
          ...withBox(content, isTask ? isDone : undefined),
          ...(inner && inner.children.length > 0 ? [list(inner)] : []),
        ])
      }),
    )
  return items.children.length > 0 ? [list(items)] : []
}

function tableOf(context: Context, data: JsonNode): HtmlElement[] {
  const source = context.document.value
  const rows = (listNode(data, 'content')?.children ?? []).map((row, index) =>
    element(
      'tr',
      row.children.map((cell) =>
        element(
          index === 0 && isTrue(source, data, 'withHeadings') ? 'th' : 'td',
          written(source, cell) ? [markupOf(context, cell)] : [],
        ),
      ),
    ),
  )
  return rows.length > 0 ? [element('table', rows)] : []
}

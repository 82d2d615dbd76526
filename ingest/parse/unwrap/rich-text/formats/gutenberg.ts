/**
 * Blocks of WordPress as JSON: of the editor (`name`, `attributes`, `innerBlocks`), of `parse_blocks` (`blockName`, `attrs`, `innerHTML`,
 * `innerContent`), or of WPGraphQL, which may list inner blocks flat with the id of the block around them.
 */
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
  writtenAt,
} from '../context.ts'
import {element, type HtmlElement, type HtmlNode} from '../html.ts'
import {embedOf, figureOf} from '../media.ts'

const NAME = /^[a-z][a-z0-9-]*\\?\/[a-z][a-z0-9-]*$/
const nameOf = (source: string, block: JsonNode): string | undefined =>
  writtenAt(source, block, 'blockName', 'name')?.replace('\\', '')

export const gutenberg: Format = {
  recognizes: (value, source) =>
    value.type === 'array' &&
    value.children.some(
      (one) =>
        NAME.test(nameOf(source, one) ?? '') &&
        (objectNode(one, 'attributes', 'attrs') !== undefined ||
          stringNode(one, 'innerHTML', 'renderedHtml') !== undefined),
    ),
  htmlOf(value, context) {
    const source = context.document.value
    // A block whose parent comes before it in the list is a part of that.
    const ids = new Map<string, JsonNode>()
    const inner = new Map<JsonNode, JsonNode[]>()
    const outer: JsonNode[] = []
    for (const one of value.children) {
      const id = writtenAt(source, one, 'clientId')
      const parent = ids.get(writtenAt(source, one, 'parentClientId') ?? '')
      if (parent) {
        const parts = inner.get(parent) ?? []
        parts.push(one)
        inner.set(parent, parts)
      } else outer.push(one)
      if (id) ids.set(id, one)
    }
    return outer.flatMap((one) => blockOf(context, one, inner))
  },
}

type Inner = ReadonlyMap<JsonNode, readonly JsonNode[]>

function blockOf(context: Context, block: JsonNode, inner: Inner): HtmlNode[] {
  const source = context.document.value
  const children = [...(listNode(block, 'innerBlocks')?.children ?? []), ...(inner.get(block) ?? [])]
  const nested = (): HtmlNode[] => children.flatMap((one) => blockOf(context, one, inner))
  const written = stringNode(block, 'innerHTML', 'originalContent', 'renderedHtml', 'saveContent')
  const pieces = listNode(block, 'innerContent')?.children ?? []
  // `innerContent` has `null` in the place of each inner block.
  if (children.length > 0 && pieces.some(({type}) => type === 'literal')) {
    let next = 0
    return joined(
      pieces.flatMap((one): HtmlNode[] => {
        if (one.type === 'string') return [markupOf(context, one)]
        const child = children[next++]
        return child ? blockOf(context, child, inner) : []
      }),
    )
  }
  if (children.length === 0 && written && /\S/.test(source.slice(written.start, written.end)))
    return [markupOf(context, written)]
  const attributes = objectNode(block, 'attributes', 'attrs')
  return attributes ? attributesOf(context, nameOf(source, block) ?? '', attributes, nested()) : nested()
}

/** Pieces of HTML that belong together are one node, so that nothing is written between them. */
const joined = (nodes: readonly HtmlNode[]): HtmlNode[] => [element('div', nodes)]

/** A block by its attributes. */
function attributesOf(context: Context, name: string, attributes: JsonNode, nested: HtmlNode[]): HtmlNode[] {
  const source = context.document.value
  const content = stringNode(attributes, 'content', 'value', 'values', 'text', 'summary', 'title')
  const inline = content ? [markupOf(context, content)] : []
  const kind = name.replace(/^[^/]*\//, '')
  switch (kind) {
    case 'heading':
      return [element(`h${Math.min(Math.max(numberAt(source, attributes, 'level') ?? 2, 1), 6)}`, inline)]
    case 'list':
      return [
        element(isTrue(source, attributes, 'ordered') ? 'ol' : 'ul', nested.length > 0 ? nested : inline),
      ]
    case 'list-item':
      return [element('li', [...inline, ...nested])]
    case 'quote':
    case 'pullquote': {
      const by = stringNode(attributes, 'citation')
      const footer = by && by.end > by.start ? [element('footer', [markupOf(context, by)])] : []
      return [element('blockquote', [...(nested.length > 0 ? nested : inline), ...footer])]
    }
    case 'code':
      return content ? [codeBlock(context, [content], writtenAt(source, attributes, 'language'))] : []
    case 'preformatted':
    case 'verse':
      return [element('pre', inline)]
    case 'separator':
    case 'spacer':
    case 'nextpage':
      return kind === 'separator' ? [element('hr', [])] : []
    default:
      return otherOf(context, kind, attributes, inline, nested)
  }
}

/** Media, tables, links, and blocks of any other kind. */
function otherOf(
  context: Context,
  kind: string,
  attributes: JsonNode,
  inline: HtmlNode[],
  nested: HtmlNode[],
): HtmlNode[] {
  switch (kind) {
    case 'image':
      return figureOf(context, attributes)
    case 'embed':
    case 'video':
    case 'audio':
      return embedOf(context, attributes)
    case 'table':
      return [
        element(
          'table',
          ['head', 'body', 'foot'].flatMap((part) => rowsOf(context, attributes, part)),
        ),
      ]
    case 'html':
    case 'freeform':
    case 'classic':
      return inline
    case 'file':
    case 'button': {
      const address = stringNode(attributes, 'href', 'url')
      const label = stringNode(attributes, 'fileName', 'text') ?? address
      if (!address || !label) return nested
      const text = kind === 'file' ? textOf(context, label) : markupOf(context, label)
      return [element('p', [element('a', [text], {href: markupOf(context, address)})])]
    }
    default:
      return inline.length > 0
        ? [element('p', inline), ...nested]
        : nested.length > 0
          ? nested
          : context.nested(attributes)
  }
}

function rowsOf(context: Context, attributes: JsonNode, part: string): HtmlElement[] {
  const source = context.document.value
  return (listNode(attributes, part)?.children ?? []).map((row) =>
    element(
      'tr',
      (listNode(row, 'cells')?.children ?? []).map((cell) => {
        const content = stringNode(cell, 'content')
        const isHead = part === 'head' || writtenAt(source, cell, 'tag') === 'th'
        return element(isHead ? 'th' : 'td', content ? [markupOf(context, content)] : [])
      }),
    ),
  )
}

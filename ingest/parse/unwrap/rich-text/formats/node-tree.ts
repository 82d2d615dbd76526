/**
 * Trees of typed nodes: Slate, ProseMirror and Tiptap, Lexical, Contentful, DatoCMS, Strapi, mdast and hast, and the typed blocks of
 * publishing systems. They differ in the names of their keys: `type` or `nodeType`; `children`, `content` or `nodes`; `text` or `value`;
 * marks as a list, as flags or as bits. A node means the same in all of them, so one reader knows all names.
 */
import type {JsonNode} from '../../json/tree.ts'
import {
  type Context,
  codeBlock,
  eitherOf,
  type Format,
  isTrue,
  markupOf,
  stringNode,
  textOf,
} from '../context.ts'
import {element, type HtmlNode, hasContent, isElement} from '../html.ts'
import {embedOf, figureOf, referredBy} from '../media.ts'
import {kindOf, levelIn} from '../names.ts'
import {nestRuns, type Run} from '../runs.ts'
import {
  ATTRIBUTES,
  attribute,
  attributeWritten,
  childrenOf,
  isInline,
  isLeaf,
  linkMark,
  marksOn,
  nameOf,
  number,
  ownText,
} from './node.ts'
import {listOf} from './node-list.ts'
import {tableOf} from './node-table.ts'

export const nodeTree: Format = {
  recognizes(value, source) {
    if (value.type === 'object')
      return (
        /^(?:doc|document|root)$/.test(nameOf(source, value) ?? '') &&
        childrenOf(value).some(({type}) => type === 'object')
      )
    if (value.type !== 'array') return false
    const objects = value.children.filter(({type}) => type === 'object')
    const known = objects.filter(
      (one) => kindOf(nameOf(source, one)) !== undefined || holdsLeaves(source, one),
    )
    return known.length * 2 > value.children.length && known.some((one) => isText(source, one))
  },
  htmlOf: (value, context) =>
    flow(context, value.type === 'array' ? value.children : childrenOf(value), inParagraph),
}

const holdsLeaves = (source: string, value: JsonNode): boolean =>
  childrenOf(value).some((one) => isLeaf(source, one))

function isText(source: string, value: JsonNode): boolean {
  const kind = kindOf(nameOf(source, value))
  if (holdsLeaves(source, value)) return kind !== 'text'
  return (
    (kind === 'paragraph' || kind === 'text' || kind === 'markup') &&
    (ownText(value)?.end ?? 0) > (ownText(value)?.start ?? 0)
  )
}

/** How text that is in no block is wrapped. */
type Wrap = (inline: HtmlNode[]) => HtmlNode[]

const inParagraph: Wrap = (inline) => [element('p', inline)]
const asIs: Wrap = (inline) => inline

/** Blocks and text in order; neighbouring texts are one paragraph. */
function flow(context: Context, list: readonly JsonNode[], wrap: Wrap): HtmlNode[] {
  const source = context.document.value
  const isProse = list.some((one) => isInline(source, one))
  const nodes: HtmlNode[] = []
  let runs: Run[] = []
  const close = (): void => {
    const inline = nestRuns(runs)
    if (hasContent(inline)) for (const node of wrap(inline)) nodes.push(node)
    runs = []
  }
  for (const one of list) {
    const kind = kindOf(nameOf(source, one))
    if (isInline(source, one) || (isProse && (kind === undefined || kind === 'code'))) {
      for (const run of runsIn(context, one)) runs.push(run)
    } else {
      close()
      for (const node of blockOf(context, one)) nodes.push(node)
    }
  }
  close()
  return nodes
}

/** The text in a node, with the marks of the nodes around each piece. */
function runsIn(context: Context, value: JsonNode): Run[] {
  const source = context.document.value
  const name = nameOf(source, value)
  const kind = kindOf(name)
  if (kind === 'break') return [{content: element('br', []), marks: []}]
  if (kind === 'image')
    return figureOf(context, value)
      .flatMap(imagesIn)
      .map((content) => ({content, marks: []}))
  const own = marksOn(context, value)
  const link = kind === 'link' ? linkMark(context, value) : undefined
  const marks = link ? [...own, link] : own
  const children = childrenOf(value)
  if (children.length > 0)
    return children
      .flatMap((child) => runsIn(context, child))
      .map((run) => ({content: run.content, marks: [...marks, ...run.marks]}))
  const text =
    ownText(value) ??
    stringNode(
      attribute(value, 'label', 'text', 'emoji', 'shortName')?.parent,
      'label',
      'text',
      'emoji',
      'shortName',
    )
  if (text) return [{content: textOf(context, text), marks}]
  const entry = referredBy(context, value)
  return entry
    ? context
        .nested(entry)
        .flatMap(inlineIn)
        .map((content) => ({content, marks}))
    : []
}

const imagesIn = (node: HtmlNode): HtmlNode[] =>
  isElement(node) ? (node.tag === 'img' ? [node] : node.children.flatMap(imagesIn)) : []

const inlineIn = (node: HtmlNode): readonly HtmlNode[] =>
  isElement(node) && node.tag === 'p' ? node.children : [node]

/** A node of its own line or lines. */
function blockOf(context: Context, value: JsonNode): HtmlNode[] {
  const source = context.document.value
  if (value.type !== 'object') return context.nested(value)
  const name = nameOf(source, value) ?? ''
  const children = childrenOf(value)
  switch (kindOf(name)) {
    case 'rule':
      return [element('hr', [])]
    case 'heading':
      return contentOf(context, value, (inline) => [element(`h${levelOf(source, value, name)}`, inline)])
    case 'quote':
      return quoteOf(context, value)
    case 'list':
    case 'item':
      return listOf(context, value, (one) => contentOf(context, one, asIs))
    case 'code':
      return preOf(context, value)
    case 'table':
    case 'row':
      return tableOf(context, value, (one) => contentOf(context, one, asIs))
    case 'figure':
      return children.length > 0 ? [inFigure(flow(context, children, inParagraph))] : figureOf(context, value)
    case 'caption':
      return contentOf(context, value, (inline) => [element('figcaption', inline)])
    case 'image':
      return figureOf(context, value, flow(context, children, asIs))
    case 'embed': {
      const html = stringNode(value, 'html') ?? stringNode(attribute(value, 'html')?.parent, 'html')
      return html ? [markupOf(context, html)] : embedOf(context, value)
    }
    case 'markup': {
      const html = ownText(value)
      return html ? [markupOf(context, html)] : []
    }
    case undefined:
      return unknownOf(context, value)
    default:
      return contentOf(context, value, inParagraph)
  }
}

const BLOCK = /<(?:p|div|h[1-6]|ul|ol|table|blockquote|section|figure|pre|iframe)[\s>]/i

/** The content of a block: its nodes, or its text. */
function contentOf(context: Context, value: JsonNode, wrap: Wrap): HtmlNode[] {
  const children = value.type === 'array' ? value.children : childrenOf(value)
  if (children.length > 0) return flow(context, children, wrap)
  const text = value.type === 'string' ? value : ownText(value)
  if (!text)
    return value.type === 'object'
      ? [...ATTRIBUTES.flatMap((key) => value.children.filter((one) => one.key === key))].flatMap((one) =>
          context.nested(one),
        )
      : []
  const html = eitherOf(context, text)
  if (!/\S/.test(html.value)) return []
  if (BLOCK.test(html.value)) return [html]
  const link = linkMark(context, value)
  return wrap(link ? nestRuns([{content: html, marks: [link]}]) : [html])
}

function unknownOf(context: Context, value: JsonNode): HtmlNode[] {
  const children = childrenOf(value)
  if (children.length > 0) return flow(context, children, inParagraph)
  const entry = referredBy(context, value)
  return entry ? context.nested(entry) : value.children.flatMap((one) => context.nested(one))
}

function levelOf(source: string, value: JsonNode, name: string): number {
  const level =
    number(source, value, 'level', 'depth') ??
    levelIn(attributeWritten(source, value, 'tag') ?? '') ??
    levelIn(name) ??
    (name === 'title' ? 1 : 2)
  return Math.min(Math.max(level, 1), 6)
}

function quoteOf(context: Context, value: JsonNode): HtmlNode[] {
  const text = contentOf(context, value, inParagraph)
  const names = ['citation', 'attribution', 'cite', 'author', 'source']
  const by = names.map((key) => attribute(value, key)).find(Boolean)
  const name =
    by?.type === 'string' ? [eitherOf(context, by)] : by ? context.nested(by).flatMap(inlineIn) : []
  return [element('blockquote', hasContent(name) ? [...text, element('footer', name)] : text)]
}

/** Code, with a line for each child that is one. */
function preOf(context: Context, value: JsonNode): HtmlNode[] {
  const source = context.document.value
  const written = languageOf(source, value)
  const own = ownText(value)
  if (own && childrenOf(value).length === 0) return [codeBlock(context, [own], written)]
  return [codeBlock(context, linesIn(source, value), written)]
}

/** The language of code: an attribute, or a class of its element or of that in it. */
function languageOf(source: string, value: JsonNode): string | undefined {
  const own = attributeWritten(source, value, 'language', 'lang', 'syntax')
  if (own !== undefined) return own
  const named = [value, ...childrenOf(value)].flatMap((one) => attribute(one, 'className', 'class') ?? [])
  return named
    .flatMap((one) => (one.type === 'array' ? one.children : [one]))
    .map(({start, end}) => /^lang(?:uage)?-([\w+#.-]{1,40})$/.exec(source.slice(start, end))?.[1])
    .find(Boolean)
}

/** The strings of code in a node; `undefined` is a line break. */
function linesIn(source: string, value: JsonNode): (JsonNode | undefined)[] {
  return childrenOf(value).flatMap((one, index) => {
    const kind = kindOf(nameOf(source, one))
    if (kind === 'break') return [undefined]
    const text = ownText(one)
    const pieces = text && childrenOf(one).length === 0 ? [text] : linesIn(source, one)
    const isLine = kind === 'line' || kind === 'paragraph' || isTrue(source, one, 'isLine')
    return isLine && index > 0 ? [undefined, ...pieces] : pieces
  })
}

/** A figure whose image is not a figure in it again. */
const inFigure = (nodes: readonly HtmlNode[]): HtmlNode =>
  element(
    'figure',
    nodes.flatMap((node) => (isElement(node) && node.tag === 'figure' ? node.children : [node])),
  )

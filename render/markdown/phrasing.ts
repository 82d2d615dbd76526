import {
  buildMarksTree,
  isPortableTextToolkitSpan,
  isPortableTextToolkitTextNode,
  type ToolkitNestedPortableTextSpan,
} from '@portabletext/toolkit'
import type {PhrasingContent} from 'mdast'
import {DECORATORS, type Decorator} from '../../schemas/names.ts'
import type {PortableTextBlock} from '../nest.ts'
import {oneOf} from '../read/fields.ts'
import {safeUrl} from '../read/safe-url.ts'
import {footnoteOf} from './footnote-address.ts'

/** How a line end inside a block is written: as Markdown's break, as HTML's where the line must not end, or as a space. */
export type Break = 'break' | 'html' | 'space'

const html = (value: string): PhrasingContent => ({type: 'html', value})
const text = (value: string): PhrasingContent => ({type: 'text', value})

const BREAKS: Record<Break, () => PhrasingContent> = {
  break: () => ({type: 'break'}),
  html: () => html('<br>'),
  space: () => text(' '),
}

/** Markdown has no mark for these, but allows the HTML. */
const tagged = (name: string) => (children: PhrasingContent[]) => [
  html(`<${name}>`),
  ...children,
  html(`</${name}>`),
]

const decorators: Record<Decorator, (children: PhrasingContent[]) => PhrasingContent[]> = {
  strong: (children) => [{type: 'strong', children}],
  em: (children) => [{type: 'emphasis', children}],
  'strike-through': (children) => [{type: 'delete', children}],
  // `toPhrasing` has already written its text as code.
  code: (children) => children,
  // GitHub's form for formulas, which is code where a renderer does not know it.
  latex: (children) => [text('$'), ...children, text('$')],
  underline: tagged('u'),
  sub: tagged('sub'),
  sup: tagged('sup'),
}

/** The text of a block as mdast, without white space at either end. */
export function phrasing(block: PortableTextBlock, lineBreak: Break): PhrasingContent[] {
  return trim(toPhrasing(buildMarksTree(block), lineBreak, false))
}

function toPhrasing(
  nodes: ToolkitNestedPortableTextSpan['children'],
  lineBreak: Break,
  inCode: boolean,
): PhrasingContent[] {
  const result: PhrasingContent[] = []
  for (const node of nodes) {
    if (isPortableTextToolkitTextNode(node)) {
      if (node.text === '\n') result.push(BREAKS[lineBreak]())
      // Code can hold no other mark in Markdown, so it is the innermost.
      else if (node.text) result.push(inCode ? {type: 'inlineCode', value: node.text} : text(node.text))
    } else if (isPortableTextToolkitSpan(node)) {
      const children = toPhrasing(
        node.children,
        lineBreak,
        inCode || node.markType === 'code' || node.markType === 'latex',
      )
      result.push(...mark(node, children))
    }
  }
  return result
}

/** A mark around its children. White space at its ends goes outside: `**word **` is not strong in Markdown. */
function mark(node: ToolkitNestedPortableTextSpan, nodes: PhrasingContent[]): PhrasingContent[] {
  const {before, inner, after} = split(nodes)
  if (inner.length === 0) return nodes
  const decorator = oneOf(DECORATORS, node.markType)
  if (decorator) return [...before, ...decorators[decorator](inner), ...after]
  const address = node.markDef && 'href' in node.markDef ? node.markDef.href : undefined
  const footnote = footnoteOf(address)
  if (footnote)
    return [...before, {type: 'footnoteReference', identifier: footnote, label: footnote}, ...after]
  const href = safeUrl(address)
  if (!href) return nodes
  const title = node.markDef && 'title' in node.markDef ? node.markDef.title : undefined
  return [
    ...before,
    {type: 'link', url: href, ...(typeof title === 'string' && {title}), children: inner},
    ...after,
  ]
}

function isSpace(node: PhrasingContent): boolean {
  return node.type === 'break' || (node.type === 'text' && !node.value.trim()) || isBreakTag(node)
}

function isBreakTag(node: PhrasingContent): boolean {
  return node.type === 'html' && node.value === '<br>'
}

/** Splits nodes into the white space and breaks at either end and the nodes between. */
function split(nodes: PhrasingContent[]): {
  before: PhrasingContent[]
  inner: PhrasingContent[]
  after: PhrasingContent[]
} {
  let start = 0
  while (start < nodes.length && isSpace(nodes[start] ?? text(''))) start++
  let end = nodes.length
  while (end > start && isSpace(nodes[end - 1] ?? text(''))) end--
  const before = nodes.slice(0, start)
  const inner = nodes.slice(start, end)
  const after = nodes.slice(end)
  const first = inner[0]
  if (first?.type === 'text' && /^\s/.test(first.value)) {
    const value = first.value.trimStart()
    before.push(text(first.value.slice(0, first.value.length - value.length)))
    inner[0] = text(value)
  }
  const last = inner.at(-1)
  if (last?.type === 'text' && /\s$/.test(last.value)) {
    const value = last.value.trimEnd()
    after.unshift(text(last.value.slice(value.length)))
    inner[inner.length - 1] = text(value)
  }
  return {before, inner, after}
}

function trim(nodes: PhrasingContent[]): PhrasingContent[] {
  return split(nodes).inner
}

/**
 * Read and build hast: text, source ranges, positions. Explicit stacks throughout, since the input determines the
 * depth.
 */
import type {Element, ElementContent, Root, RootContent, Text} from 'hast'
import type {Point, Position} from 'unist'
import {setText, tracedTextOf} from '../../../trace/attach.ts'
import {rangesOf, type SourceRange, slice, type TracedText} from '../../../trace/traced-text.ts'
import {EMBEDDED, FLOW} from './names.ts'

/** Any node under a root. */
export type Node = RootContent | ElementContent

/** Whether a node is an element. */
export const isElement = (node: Node | Root | undefined): node is Element => node?.type === 'element'

/** An element with a known name. Narrower than `Element`, so that a failed guard does not exclude elements. */
export type Named<Name extends string = Lowercase<string>> = Element & {tagName: Name}

/** Whether a node is an element with one of some names. */
export const isOneOf = (node: Node | Root | undefined, names: ReadonlySet<string>): node is Named =>
  node?.type === 'element' && names.has(node.tagName)

/** Whether a node is an element with a name. */
export const isTag = <Name extends string>(
  node: Node | Root | undefined,
  tagName: Name,
): node is Named<Name> => node?.type === 'element' && node.tagName === tagName

/** Whether a node is a comment, doctype or white space. */
export const isBlank = (node: Node): boolean =>
  node.type === 'comment' || node.type === 'doctype' || (node.type === 'text' && !/\S/.test(node.value))

/** Whether a node is a block. */
export const isFlow = (node: Node): node is Named => isOneOf(node, FLOW)

/** List every text node at or under a node, in document order. */
export function* textNodesOf(node: Node | Root): Generator<Text> {
  const stack: (Node | Root)[] = [node]
  for (let top = stack.pop(); top; top = stack.pop()) {
    if (top.type === 'text') yield top
    else if ('children' in top)
      for (let index = top.children.length - 1; index >= 0; index--) stack.push(top.children[index] as Node)
  }
}

/** Read the text of a node, `<br>` as a line feed, white space not collapsed. */
export function rawText(node: Node | Root): string {
  const parts: string[] = []
  const stack: (Node | Root)[] = [node]
  for (let top = stack.pop(); top; top = stack.pop()) {
    if (top.type === 'text') parts.push(top.value)
    else if (top.type === 'element' && top.tagName === 'br') parts.push('\n')
    else if ('children' in top)
      for (let index = top.children.length - 1; index >= 0; index--) stack.push(top.children[index] as Node)
  }
  return parts.join('')
}

/** Read the text of a node as a reader sees it: white space collapsed and trimmed. */
export function plainText(node: Node | Root): string {
  const text = rawText(node)
  // Most text is already collapsed, and testing that is faster than rewriting it.
  return (/[^\S ]| {2}/.test(text) ? text.replace(/\s+/g, ' ') : text).trim()
}

/** Whether a node contains something that is not text: an image, frame or video. */
export function hasEmbedded(node: Node): boolean {
  const stack: Node[] = [node]
  for (let top = stack.pop(); top; top = stack.pop()) {
    if (top.type !== 'element') continue
    if (EMBEDDED.has(top.tagName)) return true
    for (const child of top.children) stack.push(child)
  }
  return false
}

/** List the source ranges of nodes’ text, joined where they touch or have only one unit between them. */
export function sourceOf(...given: (Node | Root | readonly Node[])[]): SourceRange[] {
  const nodes = given.flat() as (Node | Root)[]
  const ranges: SourceRange[] = []
  for (const node of nodes)
    for (const text of textNodesOf(node))
      for (const range of rangesOf(tracedTextOf(text).origin)) ranges.push(range)
  if (ranges.length === 0)
    for (const node of nodes) {
      const start = node.position?.start.offset
      const end = node.position?.end.offset
      if (start !== undefined && end !== undefined) ranges.push({start, end})
    }
  return joinRanges(ranges)
}

/** Find the source range of nodes, markup included: one range, as an editor would mark it. */
export function stretchOf(...nodes: (Node | Root | readonly Node[])[]): SourceRange[] {
  let start = Number.POSITIVE_INFINITY
  let end = -1
  for (const range of sourceOf(...nodes)) {
    start = Math.min(start, range.start)
    end = Math.max(end, range.end)
  }
  return end < 0 ? [] : [{start, end}]
}

function joinRanges(ranges: SourceRange[]): SourceRange[] {
  const joined: SourceRange[] = []
  for (const {start, end} of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    if (last && start <= last.end + 1) last.end = Math.max(last.end, end)
    else joined.push({start, end})
  }
  return joined
}

/** Find the smallest position that contains all nodes with one. */
function spanOf(nodes: readonly Node[]): Position | undefined {
  let start: Point | undefined
  let end: Point | undefined
  for (const {position} of nodes) {
    if (!position) continue
    if (!start || (position.start.offset ?? 0) < (start.offset ?? 0)) start = position.start
    if (!end || (position.end.offset ?? 0) > (end.offset ?? 0)) end = position.end
  }
  return start && end ? {start, end} : undefined
}

/** Create an element with the position of its children. */
export function element(tagName: string, children: Node[], properties: Element['properties'] = {}): Element {
  const position = spanOf(children)
  return {
    type: 'element',
    tagName,
    properties,
    children: children as ElementContent[],
    ...(position ? {position} : {}),
  }
}

/** Copy an element with other children. */
export function withChildren(node: Element, children: Node[]): Element {
  const position = spanOf(children)
  return {...node, children: children as ElementContent[], ...(position ? {position} : {})}
}

/** Create a text node with an origin; `like` gives its approximate position. */
export function textNode(traced: TracedText, like?: Text): Text {
  const node: Text = {type: 'text', value: ''}
  if (like?.position) node.position = like.position
  setText(node, traced)
  return node
}

/** Slice `[from, to)` of a text node, as a new node. */
export const sliceText = (node: Text, from: number, to?: number): Text =>
  textNode(slice(tracedTextOf(node), from, to), node)

/** Find the source offset of the first text in a node. */
export function firstOffset(node: Node): number | undefined {
  for (const text of textNodesOf(node)) {
    if (!/\S/.test(text.value)) continue
    for (const run of tracedTextOf(text).origin) if (run.end > run.start) return run.start
  }
  return undefined
}

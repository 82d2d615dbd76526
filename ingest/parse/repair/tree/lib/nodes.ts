/** Reading and building hast: text, source ranges, positions. Explicit stacks throughout: depth is the input's. */
import type {Element, ElementContent, Root, RootContent, Text} from 'hast'
import type {Point, Position} from 'unist'
import {setText, tracedTextOf} from '../../../trace/attach.ts'
import {rangesOf, type SourceRange, slice, type TracedText} from '../../../trace/traced-text.ts'
import {EMBEDDED, FLOW} from './names.ts'

export type Node = RootContent | ElementContent

export const isElement = (node: Node | Root | undefined): node is Element => node?.type === 'element'

/** The guards below are narrower than `Element`, so that a "no" does not say that a node is none. */
export type Named<Name extends string = Lowercase<string>> = Element & {tagName: Name}

export const isOneOf = (node: Node | Root | undefined, names: ReadonlySet<string>): node is Named =>
  node?.type === 'element' && names.has(node.tagName)

export const isTag = <Name extends string>(
  node: Node | Root | undefined,
  tagName: Name,
): node is Named<Name> => node?.type === 'element' && node.tagName === tagName

export const isBlank = (node: Node): boolean =>
  node.type === 'comment' || node.type === 'doctype' || (node.type === 'text' && !/\S/.test(node.value))

export const isFlow = (node: Node): node is Named => isOneOf(node, FLOW)

/** Every text node under (or at) a node, in document order. */
export function* textNodesOf(node: Node | Root): Generator<Text> {
  const stack: (Node | Root)[] = [node]
  for (let top = stack.pop(); top; top = stack.pop()) {
    if (top.type === 'text') yield top
    else if ('children' in top)
      for (let index = top.children.length - 1; index >= 0; index--) stack.push(top.children[index] as Node)
  }
}

/** Text of a node as it stands, `<br>` as a line feed, white space not collapsed. */
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

/** Text of a node as a reader sees it: white space collapsed, none at the ends. */
export function plainText(node: Node | Root): string {
  const text = rawText(node)
  // Most text is so already, and to see that is faster than to write it again.
  return (/[^\S ]| {2}/.test(text) ? text.replace(/\s+/g, ' ') : text).trim()
}

/** Whether a node shows something that is not text: an image, a frame, a film. */
export function hasEmbedded(node: Node): boolean {
  const stack: Node[] = [node]
  for (let top = stack.pop(); top; top = stack.pop()) {
    if (top.type !== 'element') continue
    if (EMBEDDED.has(top.tagName)) return true
    for (const child of top.children) stack.push(child)
  }
  return false
}

/** Source ranges of a node's text, joined where they touch or only white space or markup can lie between. */
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

/** The whole stretch of the source a block stands for, markup included: one range, as an editor would mark it. */
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

/** Smallest position that holds all nodes that have one. */
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

/** A new element placed where its children stand. */
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

/** The same element with other children. */
export function withChildren(node: Element, children: Node[]): Element {
  const position = spanOf(children)
  return {...node, children: children as ElementContent[], ...(position ? {position} : {})}
}

/** A new text node that remembers where it came from; `like` gives its rough place. */
export function textNode(traced: TracedText, like?: Text): Text {
  const node: Text = {type: 'text', value: ''}
  if (like?.position) node.position = like.position
  setText(node, traced)
  return node
}

/** Part `[from, to)` of a text node, as a new node. */
export const sliceText = (node: Text, from: number, to?: number): Text =>
  textNode(slice(tracedTextOf(node), from, to), node)

/** Start of the source of the first text in a node. */
export function firstOffset(node: Node): number | undefined {
  for (const text of textNodesOf(node)) {
    if (!/\S/.test(text.value)) continue
    for (const run of tracedTextOf(text).origin) if (run.end > run.start) return run.start
  }
  return undefined
}

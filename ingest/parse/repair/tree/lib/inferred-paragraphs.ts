/**
 * Telling a line from a paragraph.
 *
 * A `p` that stands in the source as a tag is the author's; one that was put round a line of plain text, or round loose
 * text, is ours, and its text may be anything: a heading, an item, a row. Rules that infer structure ask this first.
 */
import type {Element, Root} from 'hast'
import {HEADINGS} from './names.ts'
import {element, firstOffset, isOneOf, isTag, type Node} from './nodes.ts'

declare module 'hast' {
  interface ElementData {
    /** Made of a line or of loose text, not of a tag of the source. */
    inferred?: boolean | undefined
    /** Of a heading: its whole tag stands in the source. */
    hasSoundTag?: boolean | undefined
  }
}

/** Say of an element whether it is ours or the author's. */
export const setInferred = (node: Element, inferred: boolean): Element =>
  Object.assign(node, {data: {...node.data, inferred}})

/** A paragraph of our own round phrasing content. */
export const inferredParagraph = (children: Node[]): Element => setInferred(element('p', children), true)

/** A paragraph's tag as it may stand in a source, sound or not: `<p>`, `< p class="x" >`, `&lt;p&gt;`, `p>`. */
const TAG =
  /^\s*(?:<|&\s?(?:amp;)*lt\s?;|<\s;|\\u003c|%3c)?\s*p(?:\s[^<>]{0,400}?)?\s*(?:>|&\s?(?:amp;)*gt\s?;|\\u003e|%3e)/i

/** A rest without its opening bracket, which may be that of `<p>` or of `</p>`. */
const TAG_REMNANT = /^\s*p\s*(?:>|&\s?(?:amp;)*gt\s?;)/i
/** Where the rest of an opening tag may stand: at the start of a line, or after another tag. */
const OPENING_PLACE = /(?:^|[\n\r>])[ \t]*$/

/** Whether a paragraph's tag stands at an offset of a source. The rest of a closing one, after text, is none. */
function isTagged(source: string, start: number): boolean {
  const rest = source.slice(start, start + 500)
  return (
    TAG.test(rest) &&
    (!TAG_REMNANT.test(rest) || OPENING_PLACE.test(source.slice(Math.max(0, start - 20), start)))
  )
}

/** A heading's tag as its author wrote it, nothing of it lost. */
const HEADING = /^<h[1-6](?:\s[^<>]{0,400})?>/i

/** Tell every paragraph and heading of a tree whether its tag stands in the source. */
export function markInferred(tree: Root, source: string): void {
  const stack: (Root | Node)[] = [tree]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!('children' in node)) continue
    for (const child of node.children) stack.push(child)
    const start = node.position?.start.offset
    if (start === undefined) continue
    if (isTag(node, 'p')) setInferred(node, !isTagged(source, start))
    else if (isOneOf(node, HEADINGS) && HEADING.test(source.slice(start, start + 500)))
      Object.assign(node, {data: {...node.data, hasSoundTag: true}})
  }
}

/** Whether an element's tag stands in the source, or was put there by a repair. */
export function isInferred(node: Element): boolean {
  if (node.data?.inferred !== undefined) return node.data.inferred
  const start = node.position?.start.offset
  const text = firstOffset(node)
  return start === undefined || text === undefined || text - start < node.tagName.length + 2
}

export const isInferredParagraph = (node: Node | undefined): node is Element =>
  isTag(node, 'p') && isInferred(node)

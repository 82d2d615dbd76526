/**
 * Distinguish lines from paragraphs.
 *
 * A `p` with a tag in the source is the author’s; one that was made around a line of plain text, or around loose text,
 * is inferred, and its text may be anything: a heading, an item, a row. Rules that infer structure check this first.
 */
import type {Element, Root} from 'hast'
import {HEADINGS} from './names.ts'
import {element, firstOffset, isOneOf, isTag, type Node} from './nodes.ts'

declare module 'hast' {
  interface ElementData {
    /** Whether it was made of a line or loose text, not of a tag in the source. */
    inferred?: boolean | undefined
    /** Of a heading: whether its tag in the source is complete. */
    hasSoundTag?: boolean | undefined
  }
}

/** Set whether an element is inferred. */
export const setInferred = (node: Element, inferred: boolean): Element =>
  Object.assign(node, {data: {...node.data, inferred}})

/** Create an inferred paragraph around phrasing content. */
export const inferredParagraph = (children: Node[]): Element => setInferred(element('p', children), true)

/** The tag of a paragraph in a source, sound or not: `<p>`, `< p class="x" >`, `&lt;p&gt;`, `p>`. */
const TAG =
  /^\s*(?:(?:<|&\s?(?:amp;)*lt\s?;|<\s;|\\u003c|%3c)\s*)?p(?:\s[^<>]{0,400}?)?(?:>|&\s?(?:amp;)*gt\s?;|\\u003e|%3e)/i

/** A remnant without its opening bracket, of `<p>` or `</p>`. */
const TAG_REMNANT = /^\s*p\s*(?:>|&\s?(?:amp;)*gt\s?;)/i
/** Place of an opening tag’s remnant: the start of a line, or after another tag. */
const OPENING_PLACE = /(?:^|[\n\r>])[ \t]*$/

/** Whether a paragraph’s tag is at an offset of a source. The remnant of an end tag, after text, does not count. */
function isTagged(source: string, start: number): boolean {
  const rest = source.slice(start, start + 500)
  return (
    TAG.test(rest) &&
    (!TAG_REMNANT.test(rest) || OPENING_PLACE.test(source.slice(Math.max(0, start - 20), start)))
  )
}

/** A complete heading tag. */
const HEADING = /^<h[1-6](?:\s[^<>]{0,400})?>/i

/** Mark every paragraph and heading of a tree by whether its tag is in the source. */
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

/** Whether a repair made an element, rather than a tag in the source. */
export function isInferred(node: Element): boolean {
  if (node.data?.inferred !== undefined) return node.data.inferred
  const start = node.position?.start.offset
  const text = firstOffset(node)
  return start === undefined || text === undefined || text - start < node.tagName.length + 2
}

/** Whether a node is an inferred paragraph. */
export const isInferredParagraph = (node: Node | undefined): node is Element =>
  isTag(node, 'p') && isInferred(node)

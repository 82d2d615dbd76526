/** A sequence of blocks as the heading models see it: the kind of each, its words, and its level if a tag gives it. */

import {endsLeadIn, endsSentence} from '../../../../sentence.ts'
import {plainLine} from '../line-text.ts'
import {HEADINGS, LISTS} from '../names.ts'
import {isOneOf, isTag, type Node} from '../nodes.ts'
import {hasCase, headingLook, wordsIn} from '../prose.ts'

/** A block of a flow. */
export interface FlowBlock {
  kind: 'text' | 'list' | 'table' | 'other'
  /** Text of a paragraph, line or heading as a reader sees it; empty for other blocks. */
  text: string
  /** Level of a heading with a tag in the source; otherwise 0. */
  level: number
}

/** Convert sibling blocks, one to one. `isGuessed` reports whether the level of a heading is guessed. */
export function flowOf(
  siblings: readonly Node[],
  isGuessed: (node: Node, index: number) => boolean,
): FlowBlock[] {
  return siblings.map((node, index) => {
    if (isTag(node, 'p')) return {kind: 'text', text: plainLine(node), level: 0}
    if (isOneOf(node, HEADINGS))
      return {
        kind: 'text',
        text: plainLine(node),
        level: isGuessed(node, index) ? 0 : Number(node.tagName.slice(1)),
      }
    if (isOneOf(node, LISTS)) return {kind: 'list', text: '', level: 0}
    return {kind: isTag(node, 'table') ? 'table' : 'other', text: '', level: 0}
  })
}

/**
 * Shape of a neighbouring block: sentences, a line that announces or asks, a short line, or a long one without a full
 * stop.
 */
export type Shape = 'none' | 'list' | 'table' | 'other' | 'prose' | 'announcing' | 'asking' | 'short' | 'long'

/** Classify a neighbouring block. */
export function shapeOf(block: FlowBlock | undefined): Shape {
  if (!block) return 'none'
  const {kind, text} = block
  if (kind !== 'text') return kind
  if (endsLeadIn(text)) return 'announcing'
  if (text.length <= 120 && asks(text)) return 'asking'
  if (endsSentence(text) || text.length > 160) return 'prose'
  return isShort(text) ? 'short' : 'long'
}

/** Whether a text is a question. */
export const asks = (text: string): boolean => /[?？؟]["”’»)]{0,3}$/u.test(text)

/** Whether a text is as short as most headings. */
export const isShort = (text: string): boolean => text.length <= 100 && wordsIn(text).length <= 14

/** Bucket a count for the name of a feature: the index of the first limit that it does not exceed. */
export function bucket(count: number, limits: readonly number[]): number {
  const place = limits.findIndex((limit) => count <= limit)
  return place < 0 ? limits.length : place
}

/** Case of a line; `none` if the script has no case. */
export function caseOf(text: string): 'none' | 'capitals' | 'title' | 'sentence' | 'small' {
  if (!hasCase(text)) return 'none'
  if (!/\p{Ll}/u.test(text)) return 'capitals'
  if (headingLook(text) === 'title') return 'title'
  return /^[^\p{L}]{0,20}\p{Ll}/u.test(text) ? 'small' : 'sentence'
}

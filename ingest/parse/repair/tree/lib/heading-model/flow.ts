/** A sequence of blocks as the models of headings see it: what each is, its words, and its level where a tag says it. */

import {endsLeadIn, endsSentence} from '../../../../sentence.ts'
import {plainLine} from '../line-text.ts'
import {HEADINGS, LISTS} from '../names.ts'
import {isOneOf, isTag, type Node} from '../nodes.ts'
import {hasCase, headingLook, wordsIn} from '../prose.ts'

export interface FlowBlock {
  kind: 'text' | 'list' | 'table' | 'other'
  /** Text as a reader sees it, of a paragraph, line or heading; empty for other blocks. */
  text: string
  /** Level of a heading whose tag stands in the source; 0 of all else. */
  level: number
}

/** Blocks that stand side by side, one for one. `isGuessed` says of a heading that its level is ours. */
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

/** What stands beside a line: sentences, a line that announces or asks, a short line or a long one without a stop. */
export type Shape = 'none' | 'list' | 'table' | 'other' | 'prose' | 'announcing' | 'asking' | 'short' | 'long'

export function shapeOf(block: FlowBlock | undefined): Shape {
  if (!block) return 'none'
  const {kind, text} = block
  if (kind !== 'text') return kind
  if (endsLeadIn(text)) return 'announcing'
  if (text.length <= 120 && asks(text)) return 'asking'
  if (endsSentence(text) || text.length > 160) return 'prose'
  return isShort(text) ? 'short' : 'long'
}

export const asks = (text: string): boolean => /[?？؟]["”’»)]{0,3}$/u.test(text)

/** As short as most headings are. */
export const isShort = (text: string): boolean => text.length <= 100 && wordsIn(text).length <= 14

/** A count as part of a feature's name: the place of the first limit that it does not exceed. */
export function bucket(count: number, limits: readonly number[]): number {
  const place = limits.findIndex((limit) => count <= limit)
  return place < 0 ? limits.length : place
}

/** The case of a line: `none` where the script has none. */
export function caseOf(text: string): 'none' | 'capitals' | 'title' | 'sentence' | 'small' {
  if (!hasCase(text)) return 'none'
  if (!/\p{Ll}/u.test(text)) return 'capitals'
  if (headingLook(text) === 'title') return 'title'
  return /^[^\p{L}]{0,20}\p{Ll}/u.test(text) ? 'small' : 'sentence'
}

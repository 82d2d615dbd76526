/** The rule for lines among paragraphs that their author tagged, where the fitted model has nothing to compare with. */
import type {Element} from 'hast'
import {endsLeadIn, endsSentence} from '../../../sentence.ts'
import {isInferredParagraph} from './inferred-paragraphs.ts'
import {plainLine} from './line-text.ts'
import {HEADINGS, LISTS} from './names.ts'
import {isElement, isOneOf, isTag, type Node} from './nodes.ts'
import {hasCase, headingLook, wordsIn} from './prose.ts'

/** Decide how a line reads as a heading, from its shape and its neighbours; undefined if it does not. */
export function lookByRule(
  node: Element,
  before: Node | undefined,
  next: Node | undefined,
): 'title' | 'line' | undefined {
  const text = plainLine(node)
  const look = headingLook(text)
  if (!look || !next || !heads(text, next) || !(before === undefined || isElement(before))) return undefined
  if (look === 'title') return look
  // By shape alone, the line must be between complete paragraphs.
  const alone =
    !isInferredParagraph(before) ||
    endsSentence(plainLine(before)) ||
    (isTag(next, 'p') && plainLine(next).length > 160)
  const limit = hasCase(text) ? 10 : 12
  return alone && wordsIn(text).length <= limit && (isProse(next) || !isTag(next, 'p')) ? look : undefined
}

/** Whether a block can be the text of a heading that was only a line. */
function heads(text: string, next: Node): boolean {
  if (isOneOf(next, LISTS) || isTag(next, 'table') || isOneOf(next, HEADINGS)) return true
  return isProse(next) && plainLine(next).length > text.length
}

/** Whether a node is a paragraph of sentences, or one that announces a list. */
export function isProse(node: Node | undefined): boolean {
  if (!isTag(node, 'p')) return isTag(node, 'blockquote')
  const text = plainLine(node)
  return endsSentence(text) || endsLeadIn(text) || text.length > 160
}

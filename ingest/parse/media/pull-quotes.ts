/** Quotations set apart from the text: most repeat a sentence of it, and one that does not is part of the article. */
import type {Element, Root} from 'hast'
import {readQuoteFrame} from '../dialects/quotes.ts'
import {textIn} from '../element-text.ts'
import {hasClass} from './nodes.ts'

const PULLED = /^(?:wp-block-)?(?:[a-z]+[-_]{1,2})?pull-?(?:ed-)?quote$/i
const PARTS = new Set(['blockquote', 'cite', 'figcaption', 'footer'])
/** Most text that is searched for another copy, in characters. */
const MAX_TEXT = 300_000

/** Make a pull quote in an `aside` a quotation, in place, unless the text around it says the same. */
export function readPullQuote(aside: Element, parent: Root | Element): void {
  if (!isPullQuote(aside) || parent.type !== 'element') return
  const quote = aside.children.find((child) => child.type === 'element' && child.tagName === 'blockquote')
  const words = wordsOf(textIn(quote?.type === 'element' ? quote : aside))
  if (words === '') return
  const around = wordsOf(textIn(parent, MAX_TEXT))
  if (around.indexOf(words) === around.lastIndexOf(words)) readQuoteFrame(aside)
}

function isPullQuote(aside: Element): boolean {
  if (hasClass(aside, PULLED)) return true
  const shown = aside.children.filter((child) => child.type !== 'text' || child.value.trim() !== '')
  return shown.length > 0 && shown.every((child) => child.type === 'element' && PARTS.has(child.tagName))
}

/** Letters and digits in lower case, since a pull quote has other marks than the sentence that it repeats. */
const wordsOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

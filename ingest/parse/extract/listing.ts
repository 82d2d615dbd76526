/**
 * Pages that link to articles instead of being one: a front page, a section, an archive. Their text is linked
 * headlines, each with a line or two about the target.
 */
import type {Element} from 'hast'
import {findCards} from './cards.ts'
import {isFurniture} from './elements.ts'
import type {Statistics} from './statistics.ts'

/** Minimum number of headlines in a listing. */
const MIN_HEADLINES = 6
/** Maximum prose of a listing besides its headlines, in characters. */
const MAX_OTHER_PROSE = 250
/** Minimum share of the text outside menus that cards hold. */
const MIN_CARD_SHARE = 0.5

/** Whether a page is a list of articles. A page that declares itself an article is not checked. */
export function isListing(body: Element, statistics: ReadonlyMap<Element, Statistics>): boolean {
  const groups = findCards(body, statistics)
  const cards = groups.flatMap((group) => group.cards)
  if (cards.length < MIN_HEADLINES) return false
  const sum = (elements: readonly Element[], of: 'allProse' | 'text'): number =>
    elements.reduce((total, element) => total + (statistics.get(element)?.[of] ?? 0), 0)
  const whole = statistics.get(body)
  if (!whole) return false
  const beside = whole.allProse - sum(cards, 'allProse')
  const text = whole.text - sum(furnitureIn(body), 'text')
  return beside <= MAX_OTHER_PROSE && sum(cards, 'text') >= MIN_CARD_SHARE * text
}

/** Find the outermost navigation and similar elements. */
function furnitureIn(body: Element): Element[] {
  const found: Element[] = []
  const stack: Element[] = [body]
  for (let element = stack.pop(); element; element = stack.pop()) {
    if (isFurniture(element)) found.push(element)
    else for (const child of element.children) if (child.type === 'element') stack.push(child)
  }
  return found
}

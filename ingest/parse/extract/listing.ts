/**
 * Pages that lead to articles and are none: a site's front page, a section, an archive. Their text is headlines that are links, each with a
 * line or two of what it leads to.
 */
import type {Element} from 'hast'
import {findCards} from './cards.ts'
import {isFurniture} from './elements.ts'
import type {Statistics} from './statistics.ts'

/** Fewest headlines of a listing. */
const FEWEST = 6
/** An article has more prose than this beside the headlines that it leads to, in characters. */
const PROSE = 250
/** Cards hold at least this share of the text outside of menus. */
const SHARE = 0.5

/** Whether a page is a list of articles. One that says of itself that it is an article is none, whatever it leads to. */
export function isListing(body: Element, statistics: ReadonlyMap<Element, Statistics>): boolean {
  const groups = findCards(body, statistics)
  const cards = groups.flatMap((group) => group.cards)
  if (cards.length < FEWEST) return false
  const sum = (elements: readonly Element[], of: 'allProse' | 'text'): number =>
    elements.reduce((total, element) => total + (statistics.get(element)?.[of] ?? 0), 0)
  const whole = statistics.get(body)
  if (!whole) return false
  const beside = whole.allProse - sum(cards, 'allProse')
  const text = whole.text - sum(furnitureIn(body), 'text')
  return beside <= PROSE && sum(cards, 'text') >= SHARE * text
}

/** The outermost menus and the like. */
function furnitureIn(body: Element): Element[] {
  const found: Element[] = []
  const stack: Element[] = [body]
  for (let element = stack.pop(); element; element = stack.pop()) {
    if (isFurniture(element)) found.push(element)
    else for (const child of element.children) if (child.type === 'element') stack.push(child)
  }
  return found
}

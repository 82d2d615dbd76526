/** Groups of cards: headlines of other articles, each with its picture or its first words. */
import type {Element} from 'hast'
import type {Statistics} from './statistics.ts'

/** Fewest cards that make a group. */
const FEWEST = 2
/** Most text of a card, in characters: more is an article's own section. */
const LONGEST = 420
/** A headline has at least so many characters. */
const HEADLINE = 15
/** Elements looked at for the headline of a card. */
const MOST = 60

const GROUPS = new Set('div ol section ul'.split(' '))
const CARDS = new Set('a article div li section'.split(' '))
const HEADLINES = new Set('h2 h3 h4 h5 h6'.split(' '))

/** Whether an element holds cards and nothing else but a heading and a link to more. */
export function holdsCards(element: Element, statistics: ReadonlyMap<Element, Statistics>): boolean {
  if (!GROUPS.has(element.tagName)) return false
  let cards = 0
  for (const child of element.children) {
    if (child.type === 'text' && child.value.trim() !== '') return false
    if (child.type !== 'element') continue
    const own = statistics.get(child)
    if (!own || own.text === 0) continue
    if (CARDS.has(child.tagName) && isCard(child, own)) cards++
    else if (!HEADLINES.has(child.tagName) && own.all > 0) return false
  }
  return cards >= FEWEST
}

/** A headline that is a link to somewhere else, and few words besides. */
function isCard(card: Element, {text, linked, links}: Statistics): boolean {
  if (text > LONGEST || links === 0 || linked < HEADLINE) return false
  const stack: {element: Element; inLink: boolean}[] = [{element: card, inLink: isLink(card)}]
  for (let seen = 0, top = stack.pop(); top && seen < MOST; seen++, top = stack.pop()) {
    const inLink = top.inLink || isLink(top.element)
    if (HEADLINES.has(top.element.tagName)) return inLink || isOneLink(top.element)
    for (const child of top.element.children.toReversed())
      if (child.type === 'element') stack.push({element: child, inLink})
  }
  return false
}

const isLink = ({tagName, properties}: Element): boolean =>
  tagName === 'a' && typeof properties.href === 'string' && !properties.href.startsWith('#')

function isOneLink(heading: Element): boolean {
  const shown = heading.children.filter((child) => child.type !== 'text' || child.value.trim() !== '')
  const [only] = shown
  if (shown.length !== 1 || only?.type !== 'element') return false
  return isLink(only) || (only.tagName === 'span' && isOneLink(only))
}

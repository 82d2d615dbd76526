/** Groups of cards: headlines of other articles, each with its image or its first words. */
import type {Element} from 'hast'
import type {Statistics} from './statistics.ts'

/** Minimum number of cards in a group. */
const MIN_CARDS = 2
/** Maximum text of a card, in characters. More text is a section of the article. */
const MAX_CARD_TEXT = 420
/** Minimum length of a headline, in characters. */
const MIN_HEADLINE_LENGTH = 15
/**
 * Minimum linked share of a headline (screen-reader copies may be outside the link), and of a card that has an image
 * but no headline.
 */
const MIN_LINKED_SHARE = 0.45
const MIN_LINKED_SHARE_WITH_IMAGE = 0.7
/** Maximum number of images in a card. More means that the element holds several cards. */
const MAX_IMAGES = 2
/** Maximum number of elements searched for the headline of a card. */
const MAX_ELEMENTS = 60

const GROUPS = new Set('div ol section ul'.split(' '))
const CARDS = new Set('a article div li section'.split(' '))
const HEADLINES = new Set('h2 h3 h4 h5 h6'.split(' '))

/** Whether an element holds only cards, apart from a heading and a “more” link. */
export function holdsCards(element: Element, statistics: ReadonlyMap<Element, Statistics>): boolean {
  if (!GROUPS.has(element.tagName)) return false
  let cards = 0
  for (const child of element.children) {
    if (child.type === 'text' && child.value.trim() !== '') return false
    if (child.type !== 'element') continue
    const own = statistics.get(child)
    if (!own || own.text === 0) continue
    if (CARDS.has(child.tagName) && isCard(child, own, statistics)) cards++
    else if (!HEADLINES.has(child.tagName) && own.allProse > 0) return false
  }
  return cards >= MIN_CARDS
}

/**
 * Find every element that holds sibling cards, in document order, with those cards. Cards are not searched for more
 * groups.
 */
export function findCards(
  page: Element,
  statistics: ReadonlyMap<Element, Statistics>,
): {group: Element; cards: Element[]}[] {
  const groups: {group: Element; cards: Element[]}[] = []
  const stack: Element[] = [page]
  for (let element = stack.pop(); element; element = stack.pop()) {
    const children = element.children.filter((child): child is Element => child.type === 'element')
    const cards = children.filter((child) => {
      const own = statistics.get(child)
      return (
        own !== undefined &&
        CARDS.has(child.tagName) &&
        own.visuals <= MAX_IMAGES &&
        isCard(child, own, statistics)
      )
    })
    if (cards.length >= MIN_CARDS) groups.push({group: element, cards})
    const taken = new Set(cards.length >= MIN_CARDS ? cards : [])
    for (const child of children.toReversed()) if (!taken.has(child)) stack.push(child)
  }
  return groups
}

/** Whether a card has a linked headline, or an image beside a link, and little else. */
function isCard(
  card: Element,
  {text, linked, links, visuals}: Statistics,
  statistics: ReadonlyMap<Element, Statistics>,
): boolean {
  if (text > MAX_CARD_TEXT || links === 0 || linked < MIN_HEADLINE_LENGTH) return false
  const headline = headlineOf(card)
  if (!headline) return visuals > 0 && linked > MIN_LINKED_SHARE_WITH_IMAGE * text
  const own = statistics.get(headline)
  return own !== undefined && own.text > 0 && own.linked >= MIN_LINKED_SHARE * own.text
}

const TITLE = /(?:^|[-_])(?:title|headline|heading)(?:[-_]|$)/i

const isTitle = ({properties}: Element): boolean =>
  Array.isArray(properties.className) && properties.className.some((name) => TITLE.test(String(name)))

function headlineOf(card: Element): Element | undefined {
  const stack: Element[] = [card]
  for (let seen = 0, top = stack.pop(); top && seen < MAX_ELEMENTS; seen++, top = stack.pop()) {
    if (HEADLINES.has(top.tagName) || (top !== card && isTitle(top))) return top
    for (const child of top.children.toReversed()) if (child.type === 'element') stack.push(child)
  }
  return undefined
}

/** Groups of cards: headlines of other articles, each with its picture or its first words. */
import type {Element} from 'hast'
import type {Statistics} from './statistics.ts'

/** Fewest cards that make a group. */
const FEWEST = 2
/** Most text of a card, in characters: more is an article's own section. */
const LONGEST = 420
/** A headline has at least so many characters. */
const HEADLINE = 15
/** Share of a headline that is linked (a copy of it for those who do not see the page may stand beside the link), and of a card that has a picture and no headline. */
const LINKED = 0.45
const WITH_PICTURE = 0.7
/** Most pictures of a card: more are a part of the page that holds cards. */
const MOST_SHOWN = 2
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
    if (CARDS.has(child.tagName) && isCard(child, own, statistics)) cards++
    else if (!HEADLINES.has(child.tagName) && own.allProse > 0) return false
  }
  return cards >= FEWEST
}

/** Every element of a page that holds cards side by side, in document order, with those cards; none inside of another's card. */
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
        own.visuals <= MOST_SHOWN &&
        isCard(child, own, statistics)
      )
    })
    if (cards.length >= FEWEST) groups.push({group: element, cards})
    const taken = new Set(cards.length >= FEWEST ? cards : [])
    for (const child of children.toReversed()) if (!taken.has(child)) stack.push(child)
  }
  return groups
}

/** A headline that is a link to somewhere else, or a picture beside one, and few words besides. */
function isCard(
  card: Element,
  {text, linked, links, visuals}: Statistics,
  statistics: ReadonlyMap<Element, Statistics>,
): boolean {
  if (text > LONGEST || links === 0 || linked < HEADLINE) return false
  const headline = headlineOf(card)
  if (!headline) return visuals > 0 && linked > WITH_PICTURE * text
  const own = statistics.get(headline)
  return own !== undefined && own.text > 0 && own.linked >= LINKED * own.text
}

const TITLE = /(?:^|[-_])(?:title|headline|heading)(?:[-_]|$)/i

const isTitle = ({properties}: Element): boolean =>
  Array.isArray(properties.className) && properties.className.some((name) => TITLE.test(String(name)))

function headlineOf(card: Element): Element | undefined {
  const stack: Element[] = [card]
  for (let seen = 0, top = stack.pop(); top && seen < MOST; seen++, top = stack.pop()) {
    if (HEADLINES.has(top.tagName) || (top !== card && isTitle(top))) return top
    for (const child of top.children.toReversed()) if (child.type === 'element') stack.push(child)
  }
  return undefined
}

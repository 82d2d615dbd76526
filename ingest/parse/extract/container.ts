/** Choose the element of a page that holds the article. */
import type {Element} from 'hast'
import {textIn} from '../element-text.ts'
import {readsAsProse} from '../metadata/reads-as-prose.ts'
import {beginningsOf, questionsAfter} from './beyond.ts'
import {CONTAINERS, isNamedBody} from './elements.ts'
import {isSameText} from './same-text.ts'
import type {Statistics} from './statistics.ts'

/** The element that holds the article, and what comes before it. */
export interface ArticleChoice {
  /** Element that holds the article. */
  container: Element
  /** Elements before the container that begin the article, in order. */
  before: readonly Element[]
  /** Elements after it that end the article. */
  after: readonly Element[]
}

/** Descend into a child that holds at least this share of the prose. */
const MIN_DESCENT_SHARE = 0.85
/** Trust an element that the page marks as its article if it holds at least this share of the prose. */
const MIN_NAMED_SHARE = 0.4
/** Minimum prose of an article, in characters. */
const MIN_ARTICLE_PROSE = 300
/** Among several articles, the page’s own holds at least this share of their prose. */
const MIN_SHARE_OF_SEVERAL = 0.2

/**
 * Follow the prose down from the body while one child holds nearly all of it. Then prefer the innermost element that
 * the page marks as its article, if it holds most of that prose.
 */
export function chooseContainer(
  body: Element,
  statistics: ReadonlyMap<Element, Statistics>,
  title?: string,
): ArticleChoice {
  const prose = (element: Element): number => statistics.get(element)?.prose ?? 0
  const total = prose(body)
  if (total === 0) return {container: body, before: [], after: []}
  let densest = body
  for (let next: Element | undefined = body; next; next = childWithMostProse(densest, prose)) {
    if (next !== body && (prose(next) < MIN_DESCENT_SHARE * prose(densest) || hasPeers(next, densest))) break
    densest = next
  }
  let named: Element | undefined
  const cells = new Map<string, number>()
  for (const element of statistics.keys()) {
    if (element === body || !CONTAINERS.has(element.tagName) || !isNamedBody(element)) continue
    const share = prose(element)
    if (element.tagName === 'td') count(cells, namesOf(element), share)
    // In document order, so the inner of two elements with the same prose comes later.
    if (share >= MIN_NAMED_SHARE * total && (!named || share >= 0.9 * prose(named))) named = element
  }
  // In a newsletter each section is a cell of the same name.
  if (named?.tagName === 'td' && (cells.get(namesOf(named)) ?? 0) > prose(named)) named = undefined
  const chosen = named && prose(named) >= 0.6 * prose(densest) ? named : densest
  const container = articleUnderTitle(chosen, body, statistics, title) ?? chosen
  const parents = parentsOf(body)
  return {
    container,
    before: beginningsOf(container, body, statistics, parents),
    after: questionsAfter(container, statistics, parents),
  }
}

const namesOf = ({properties}: Element): string => String(properties.className ?? '')

const count = (sums: Map<string, number>, name: string, value: number): void => {
  sums.set(name, (sums.get(name) ?? 0) + value)
}

/** Maximum number of elements beside a part of the text that are looked at. */
const MAX_PEERS = 40
/** Maximum length of a short paragraph, in characters. A longer one counts as prose of its own. */
const MAX_PEER_LENGTH = 200

/**
 * Whether an element has others of its kind beside it that hold short paragraphs: a builder of pages puts each paragraph in a
 * box. The longest of them is not the whole article.
 */
function hasPeers(element: Element, parent: Element): boolean {
  if (element.tagName !== 'div' && element.tagName !== 'section') return false
  const names = String(element.properties.className ?? '')
  let seen = 0
  for (const child of parent.children) {
    if (child.type !== 'element' || child === element || child.tagName !== element.tagName) continue
    if (++seen > MAX_PEERS) return false
    if (String(child.properties.className ?? '') !== names) continue
    const text = textIn(child, MAX_PEER_LENGTH + 1)
    if (text.length <= MAX_PEER_LENGTH && holdsParagraph(child) && readsAsProse(text)) return true
  }
  return false
}

/** Whether a box holds one paragraph and nothing else. */
function holdsParagraph({children}: Element): boolean {
  const elements = children.filter((child) => child.type === 'element')
  const [only] = elements
  return (
    elements.length === 1 &&
    only?.tagName === 'p' &&
    children.every((child) => child.type !== 'text' || child.value.trim() === '')
  )
}

/**
 * Among several articles on one page (endless scrolling, or a list of full articles), find the one with the page’s own
 * title.
 */
function articleUnderTitle(
  chosen: Element,
  body: Element,
  statistics: ReadonlyMap<Element, Statistics>,
  title: string | undefined,
): Element | undefined {
  if (title === undefined || (chosen.tagName === 'article' && holdsHeading(chosen, title))) return undefined
  const container = chosen.tagName === 'article' ? body : chosen
  const articles: Element[] = []
  const stack: Element[] = [container]
  for (let element = stack.pop(); element; element = stack.pop()) {
    if (element !== container && element.tagName === 'article') {
      if ((statistics.get(element)?.prose ?? 0) >= MIN_ARTICLE_PROSE) articles.push(element)
      continue
    }
    for (const child of element.children.toReversed()) if (child.type === 'element') stack.push(child)
  }
  if (articles.length < 2) return undefined
  const least = MIN_SHARE_OF_SEVERAL * (statistics.get(container)?.prose ?? 0)
  return articles.find(
    (article) => (statistics.get(article)?.prose ?? 0) >= least && holdsHeading(article, title),
  )
}

function holdsHeading(article: Element, title: string): boolean {
  const stack: Element[] = [article]
  for (let element = stack.pop(); element; element = stack.pop()) {
    if (element.tagName === 'h1' && isSameText(textIn(element, 400), title)) return true
    for (const child of element.children) if (child.type === 'element') stack.push(child)
  }
  return false
}

function parentsOf(root: Element): Map<Element, Element> {
  const parents = new Map<Element, Element>()
  const stack: Element[] = [root]
  for (let element = stack.pop(); element; element = stack.pop()) {
    for (const child of element.children) {
      if (child.type !== 'element') continue
      parents.set(child, element)
      stack.push(child)
    }
  }
  return parents
}

function childWithMostProse(element: Element, prose: (element: Element) => number): Element | undefined {
  let found: Element | undefined
  for (const child of element.children) {
    if (child.type !== 'element' || !CONTAINERS.has(child.tagName)) continue
    if (!found || prose(child) > prose(found)) found = child
  }
  return found
}

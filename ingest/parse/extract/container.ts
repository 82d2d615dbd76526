/** Which element of a page holds the article. */
import type {Element} from 'hast'
import {textIn} from '../element-text.ts'
import {CONTAINERS, isNamedBody} from './elements.ts'
import {isSameText} from './same-text.ts'
import type {Statistics} from './statistics.ts'

export interface ArticleChoice {
  container: Element
  /** Parts that stand before it and begin the article, in order. */
  before: readonly Element[]
}

/** A child that holds this share of the prose holds the article. */
const DESCENT = 0.85
/** A part that the page names as its article is believed when it holds this share of the prose. */
const NAMED = 0.4
/** An article has at least so many characters of prose. */
const SMALL_ARTICLE = 300
/** Of several articles, the page’s own holds at least this share of their prose. */
const LEAST_OF_SEVERAL = 0.2
/** A part beside the article that continues it has at least so many. */
const BESIDE = 300
/** Levels above the container that are looked at for such parts. */
const HIGHEST = 3
const READ = new Set(['div', 'p', 'section'])

/**
 * Follow the prose down from the body as long as one child holds nearly all of it; then prefer the innermost part that
 * the page itself names as its article, if most of the prose is there.
 */
export function chooseContainer(
  body: Element,
  statistics: ReadonlyMap<Element, Statistics>,
  title?: string,
): ArticleChoice {
  const prose = (element: Element): number => statistics.get(element)?.prose ?? 0
  const total = prose(body)
  if (total === 0) return {container: body, before: []}
  let densest = body
  for (let next: Element | undefined = body; next; next = heaviest(densest, prose)) {
    if (next !== body && prose(next) < DESCENT * prose(densest)) break
    densest = next
  }
  let named: Element | undefined
  for (const element of statistics.keys()) {
    if (element === body || !CONTAINERS.has(element.tagName) || !isNamedBody(element)) continue
    const share = prose(element)
    // In document order, so of two that hold the same prose the inner one is met later.
    if (share >= NAMED * total && (!named || share >= 0.9 * prose(named))) named = element
  }
  const chosen = named && prose(named) >= 0.6 * prose(densest) ? named : densest
  const container = titled(chosen, body, statistics, title) ?? chosen
  return {container, before: beginnings(container, body, statistics)}
}

/**
 * Of several articles one below the other (a page that loads the next as one scrolls, or that shows others in full), the one under the page's
 * own title.
 */
function titled(
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
      if ((statistics.get(element)?.prose ?? 0) >= SMALL_ARTICLE) articles.push(element)
      continue
    }
    for (const child of element.children.toReversed()) if (child.type === 'element') stack.push(child)
  }
  if (articles.length < 2) return undefined
  const least = LEAST_OF_SEVERAL * (statistics.get(container)?.prose ?? 0)
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

/** Parts before the container, and before what it stands in, that begin the article; what comes after is rarely its. */
function beginnings(
  container: Element,
  body: Element,
  statistics: ReadonlyMap<Element, Statistics>,
): Element[] {
  const parents = parentsOf(body)
  const found: Element[] = []
  let element = container
  for (let up = 0; up < HIGHEST; up++) {
    const parent = parents.get(element)
    if (!parent || parent === body || !CONTAINERS.has(parent.tagName)) break
    const before = parent.children.slice(0, parent.children.indexOf(element))
    found.unshift(
      ...before.filter(
        (child): child is Element => child.type === 'element' && continues(child, statistics.get(child)),
      ),
    )
    element = parent
  }
  return found
}

/** A part that is read on from the article: sentences, few links, no name that says otherwise. */
function continues(element: Element, statistics: Statistics | undefined): boolean {
  if (!statistics || statistics.kind || statistics.links > 4 || !READ.has(element.tagName)) return false
  const {prose, text, linked} = statistics
  return statistics.visuals === 0 && prose >= BESIDE && linked < 0.2 * text && prose > 0.8 * text
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

function heaviest(element: Element, prose: (element: Element) => number): Element | undefined {
  let found: Element | undefined
  for (const child of element.children) {
    if (child.type !== 'element' || !CONTAINERS.has(child.tagName)) continue
    if (!found || prose(child) > prose(found)) found = child
  }
  return found
}

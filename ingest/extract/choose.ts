/** Which element of a page holds the article. */
import type {Element} from 'hast'
import {CONTAINERS, isNamedBody} from './names.ts'
import type {Statistics} from './statistics.ts'

/** A child that holds this share of the prose holds the article. */
const DESCENT = 0.7
/** A part that the page names as its article is believed when it holds this share of the prose. */
const NAMED = 0.4

/**
 * Follow the prose down from the body as long as one child holds nearly all of it; then prefer the innermost part that
 * the page itself names as its article, if most of the prose is there.
 */
export function chooseContainer(body: Element, statistics: ReadonlyMap<Element, Statistics>): Element {
  const prose = (element: Element): number => statistics.get(element)?.prose ?? 0
  const total = prose(body)
  if (total === 0) return body
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
  return named && prose(named) >= 0.6 * prose(densest) ? named : densest
}

function heaviest(element: Element, prose: (element: Element) => number): Element | undefined {
  let found: Element | undefined
  for (const child of element.children) {
    if (child.type !== 'element' || !CONTAINERS.has(child.tagName)) continue
    if (!found || prose(child) > prose(found)) found = child
  }
  return found
}

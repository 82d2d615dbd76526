/** Parts inside the article's element that are no article. */
import type {Element, ElementContent} from 'hast'
import {isDoubtful, isFurniture, isNamedFurniture} from './names.ts'
import type {Statistics} from './statistics.ts'

/** A part named like furniture that holds more of the prose than this is the article under a misleading name. */
const MOST_PROSE = 0.2
/** Parts that are links for the most part lead away from the article. */
const LINK_DENSITY = 0.75
const FEWEST_LINKS = 4
/** Where a page has less prose than this, lists of links may be what it is about. */
const LEAST_PROSE = 500

/** Take them out of the tree; returns them in document order. `kept` stays whatever it looks like. */
export function prune(
  container: Element,
  statistics: ReadonlyMap<Element, Statistics>,
  stays?: ReadonlySet<Element>,
): Element[] {
  const removed: Element[] = []
  const all = statistics.get(container)?.prose ?? 0
  const stack: Element[] = [container]
  for (let element = stack.pop(); element; element = stack.pop()) {
    const kept: ElementContent[] = []
    for (const child of element.children) {
      if (child.type === 'element' && !stays?.has(child) && isOutside(child, statistics.get(child), all))
        removed.push(child)
      else kept.push(child)
    }
    if (kept.length !== element.children.length) element.children = kept
    for (let index = kept.length - 1; index >= 0; index--) {
      const child = kept[index]
      if (child?.type === 'element') stack.push(child)
    }
  }
  return removed.toSorted((a, b) => startOf(a) - startOf(b))
}

const startOf = (element: Element): number => element.position?.start.offset ?? 0

/** Tables are not among them: a table of links is still a table. */
const grouping = new Set('div ol section ul'.split(' '))

function isOutside(element: Element, statistics: Statistics | undefined, all: number): boolean {
  if (!statistics) return false
  if (isFurniture(element)) return true
  if (statistics.prose > MOST_PROSE * all) return false
  if (isDoubtful(element) || isNamedFurniture(element)) return true
  const {text, linked, links} = statistics
  return (
    all >= LEAST_PROSE &&
    grouping.has(element.tagName) &&
    links >= FEWEST_LINKS &&
    linked > LINK_DENSITY * text
  )
}

/** Takes out what inside the article's element is no article. */
import type {Element, ElementContent} from 'hast'
import {removalReason} from './region-rules.ts'
import type {Statistics} from './statistics.ts'

export interface Removed {
  element: Element
  reason: string
}

/** Inside these a part of the page begins only by mistake. */
const lines = new Set('a li p span td th dd dt h2 h3 h4 h5 h6 blockquote'.split(' '))

/** Frameworks put whole parts of a page into `span`, which is no line then. */
const isLine = (element: Element, statistics: ReadonlyMap<Element, Statistics>): boolean =>
  lines.has(element.tagName) && !(element.tagName === 'span' && (statistics.get(element)?.blocks ?? 0) > 0)

/** In place; returns what was taken out, in document order. What `stays` is kept whatever it looks like. */
export function prune(
  container: Element,
  statistics: ReadonlyMap<Element, Statistics>,
  stays?: ReadonlySet<Element>,
): Removed[] {
  const removed: Removed[] = []
  const prose = statistics.get(container)?.prose ?? 0
  const stack: {element: Element; inLine: boolean}[] = [{element: container, inLine: false}]
  for (let top = stack.pop(); top; top = stack.pop()) {
    const {element} = top
    const inLine = top.inLine || isLine(element, statistics)
    const kept: ElementContent[] = []
    const kinds = textByKind(element, statistics)
    for (const child of element.children) {
      const own = child.type === 'element' ? statistics.get(child) : undefined
      const reason =
        child.type === 'element' && own && !stays?.has(child)
          ? removalReason({
              element: child,
              statistics: own,
              all: statistics,
              together: own.kind ? (kinds.get(own.kind.name) ?? 0) : 0,
              prose,
              inLine,
            })
          : undefined
      if (child.type === 'element' && reason) removed.push({element: child, reason})
      else kept.push(child)
    }
    if (kept.length !== element.children.length) element.children = kept
    for (let index = kept.length - 1; index >= 0; index--) {
      const child = kept[index]
      if (child?.type === 'element') stack.push({element: child, inLine})
    }
  }
  return removed.toSorted((a, b) => startOf(a) - startOf(b))
}

/** Text of an element's children, by what their names say that they are. */
function textByKind(element: Element, statistics: ReadonlyMap<Element, Statistics>): Map<string, number> {
  const texts = new Map<string, number>()
  for (const child of element.children) {
    const own = child.type === 'element' ? statistics.get(child) : undefined
    // Columns beside an article are often several.
    if (own?.kind && own.kind.name !== 'sidebar')
      texts.set(own.kind.name, (texts.get(own.kind.name) ?? 0) + own.allProse)
  }
  return texts
}

const startOf = ({element}: Removed): number => element.position?.start.offset ?? 0

/** Elements that a profile’s selectors match; each selector was validated when the profile was read. */
import type {Element, Root} from 'hast'
import {select, selectAll} from 'hast-util-select'

/** Find the first element that a selector matches. */
export const selectFirst = (selector: string, tree: Root): Element | undefined =>
  select(selector, tree) ?? undefined

/** Find all elements that the selectors match, and those that are not inside another one, in document order. */
export function outermost(selectors: readonly string[], tree: Root): {outer: Element[]; all: Set<Element>} {
  const all = new Set(selectors.flatMap((selector) => selectAll(selector, tree)))
  const outer: Element[] = []
  if (all.size === 0) return {outer, all}
  const stack: (Root | Element)[] = [tree]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'element' && all.has(node)) {
      outer.push(node)
      continue
    }
    for (let index = node.children.length - 1; index >= 0; index--) {
      const child = node.children[index]
      if (child?.type === 'element') stack.push(child)
    }
  }
  return {outer, all}
}

/** Elements that a profile's selectors find; each selector was checked when the profile was read. */
import type {Element, Root} from 'hast'
import {select, selectAll} from 'hast-util-select'

export const selectFirst = (selector: string, tree: Root): Element | undefined =>
  select(selector, tree) ?? undefined

/** Of all that the selectors find, those that stand in no other, in document order. */
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

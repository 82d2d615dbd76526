import type {Element, Root} from 'hast'
import type {Report} from '../../../../findings/report.ts'
import {mapFlows} from '../../lib/flows.ts'
import {LISTS} from '../../lib/names.ts'
import {element, isOneOf, isTag, type Node, plainText, stretchOf, withChildren} from '../../lib/nodes.ts'

/**
 * Items outside a list join the list right before them; without one, they make a list.
 *
 * @example
 *   ```html
 *   <ul><li>One</li></ul><li>Two</li><p>Next.</p><li>a</li><li>b</li>
 *   ```
 *   becomes
 *   ```html
 *   <ul><li>One</li><li>Two</li></ul><p>Next.</p><ul><li>a</li><li>b</li></ul>
 *   ```
 */
export function attachItems(tree: Root, report: Report): void {
  mapFlows(tree, (siblings) => {
    if (!siblings.some((node) => isTag(node, 'li'))) return siblings
    const result: Node[] = []
    for (let index = 0; index < siblings.length; ) {
      const items: Element[] = []
      for (let node = siblings[index]; isTag(node, 'li'); node = siblings[++index]) items.push(node)
      if (items.length === 0) {
        result.push(siblings[index++] as Node)
        continue
      }
      const before = result.at(-1)
      const text = plainText(items[0] as Element).slice(0, 80)
      if (isOneOf(before, LISTS)) {
        result[result.length - 1] = withChildren(before, [...before.children, ...items])
        report({
          code: 'item-reattached',
          message: `${items.length === 1 ? 'An item outside any list was' : `${items.length} items outside any list were`} added to the list before.`,
          ranges: items.flatMap((item) => stretchOf(item)),
          after: text,
        })
      } else {
        result.push(element('ul', items))
        report({
          code: 'list-inferred',
          message: `${items.length === 1 ? 'An item' : `${items.length} items`} without a list became a list.`,
          ranges: items.flatMap((item) => stretchOf(item)),
          after: text,
        })
      }
    }
    return result
  })
}

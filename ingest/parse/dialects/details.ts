/** A disclosure in an item of a list. */
import type {Element} from 'hast'
import {elementsIn, made} from './hast.ts'

/**
 * Make a disclosure in an item a list below its summary, in place: an item has one text.
 *
 * @example
 *   in: <li><details><summary>More</summary><p>Hidden.</p></details></li>
 *   out: <li><p>More</p><ul><li><p>Hidden.</p></li></ul></li>
 */
export function nestDetails(item: Element): void {
  for (const [index, child] of item.children.entries()) {
    if (child.type !== 'element' || child.tagName !== 'details') continue
    const summary = elementsIn(child).find(({tagName}) => tagName === 'summary')
    const rest = child.children.filter((part) => part !== summary)
    if (!summary || rest.length === 0) continue
    const below = made('ul', [made('li', rest, child)], child)
    item.children[index] = {...child, tagName: 'div', children: [made('p', summary.children, summary), below]}
  }
}

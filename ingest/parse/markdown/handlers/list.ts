import type {Element} from 'hast'
import type {State} from 'hast-util-to-mdast'
import type {BlockContent, List, ListItem} from 'mdast'

/**
 * Read a list. A list directly inside a list belongs to the item before it; anything else that is not an item becomes
 * one, so that it does not run into its neighbour.
 */
export function list(state: State, element: Element): List {
  const ordered = element.tagName === 'ol'
  const items: ListItem[] = []
  for (const child of state.all(element)) {
    const last = items.at(-1)
    if (child.type === 'listItem') items.push(child)
    else if (child.type === 'list' && last) last.children.push(child)
    else items.push({type: 'listItem', children: [child as BlockContent]})
  }
  const node: List = {type: 'list', ordered, start: ordered ? startOf(element) : null, children: items}
  state.patch(element, node)
  return node
}

function startOf({properties}: Element): number {
  const start = Number(properties.start ?? 1)
  return Number.isSafeInteger(start) ? start : 1
}

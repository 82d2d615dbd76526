import type {Element} from 'hast'
import type {State} from 'hast-util-to-mdast'
import type {BlockContent, ListItem} from 'mdast'

/** An item of a list. */
export function item(state: State, element: Element): ListItem {
  return {type: 'listItem', children: state.all(element) as BlockContent[]}
}

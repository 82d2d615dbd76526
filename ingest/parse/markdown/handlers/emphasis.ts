import type {Element} from 'hast'
import type {State} from 'hast-util-to-mdast'
import type {Emphasis, PhrasingContent} from 'mdast'

/** Read an element that browsers show in italics. */
export function emphasis(state: State, element: Element): Emphasis {
  return {type: 'emphasis', children: state.all(element) as PhrasingContent[]}
}

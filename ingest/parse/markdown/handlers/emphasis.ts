import type {Element} from 'hast'
import type {State} from 'hast-util-to-mdast'
import type {Emphasis, PhrasingContent} from 'mdast'

/** Elements that a browser draws in italics. */
export function emphasis(state: State, element: Element): Emphasis {
  return {type: 'emphasis', children: state.all(element) as PhrasingContent[]}
}

import type {Element} from 'hast'
import type {State} from 'hast-util-to-mdast'
import type {PhrasingContent} from 'mdast'
import type {Caption} from '../nodes.ts'

/** Read the credit of an image. */
export function credit(state: State, element: Element): Caption {
  return {...caption(state, element), credit: true}
}

/** Read a line that belongs to its parent: a caption, a term. */
export function caption(state: State, element: Element): Caption {
  return {type: 'caption', children: state.all(element) as PhrasingContent[]}
}

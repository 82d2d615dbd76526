import type {Element} from 'hast'
import type {State} from 'hast-util-to-mdast'
import type {PhrasingContent} from 'mdast'
import type {Caption} from '../nodes.ts'

/** The line that says who made an image. */
export function credit(state: State, element: Element): Caption {
  return {...caption(state, element), credit: true}
}

/** A line that belongs to what it stands in: a caption, a term. */
export function caption(state: State, element: Element): Caption {
  return {type: 'caption', children: state.all(element) as PhrasingContent[]}
}

import type {Element} from 'hast'
import type {State} from 'hast-util-to-mdast'
import type {BlockContent} from 'mdast'
import type {Flow} from '../nodes.ts'

/** Read an element without a meaning outside its usual parent. */
export function flow(state: State, element: Element): Flow {
  return {type: 'flow', children: state.all(element) as BlockContent[]}
}

import type {Element} from 'hast'
import type {State} from 'hast-util-to-mdast'
import type {BlockContent} from 'mdast'
import type {FigureBlock} from '../nodes.ts'

/** Read a figure with its captions; it may hold an image, a table, a quotation or code. */
export function figure(state: State, element: Element): FigureBlock {
  const node: FigureBlock = {type: 'figure', children: state.all(element) as BlockContent[]}
  state.patch(element, node)
  return node
}

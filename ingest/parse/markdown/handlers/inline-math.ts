import type {Element} from 'hast'
import type {State} from 'hast-util-to-mdast'
import {tracedTextOf} from '../../trace/attach.ts'
import {join} from '../../trace/traced-text.ts'
import type {InlineMath} from '../nodes.ts'
import {textNodesIn} from '../text-nodes.ts'

/** Read a formula in a line; code inside it is TeX, too. */
export function inlineMath(_: State, element: Element): InlineMath {
  const {value, origin} = join(textNodesIn(element).map(tracedTextOf))
  return {type: 'inlineMath', value, data: {origin, hName: 'math'}}
}

import type {Element} from 'hast'
import type {State} from 'hast-util-to-mdast'
import type {BlockContent} from 'mdast'
import type {GridCell, GridRow} from '../nodes.ts'

/** Read a row; content outside its cells becomes a cell. */
export function row(state: State, element: Element): GridRow {
  const cells = state
    .all(element)
    .map(
      (child): GridCell =>
        child.type === 'gridCell'
          ? child
          : {type: 'gridCell', header: false, colSpan: 1, rowSpan: 1, children: [child as BlockContent]},
    )
  return {type: 'gridRow', children: cells}
}

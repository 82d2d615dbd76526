import type {Element} from 'hast'
import type {State} from 'hast-util-to-mdast'
import type {BlockContent} from 'mdast'
import type {GridCell} from '../nodes.ts'

/** Limits in HTML (`colspan` 1 to 1000, `rowspan` 0 to 65534). */
const MAX_COL_SPAN = 1000
const MAX_ROW_SPAN = 65_534

/** A cell of a table. */
export function cell(state: State, element: Element): GridCell {
  const {colSpan, rowSpan, align} = element.properties
  const node: GridCell = {
    type: 'gridCell',
    header: element.tagName === 'th',
    colSpan: span(colSpan, 1, MAX_COL_SPAN),
    rowSpan: span(rowSpan, 0, MAX_ROW_SPAN),
    children: state.all(element) as BlockContent[],
  }
  if (align === 'left' || align === 'center' || align === 'right') node.align = align
  state.patch(element, node)
  return node
}

function span(value: unknown, least: number, most: number): number {
  const number = Math.trunc(Number(value ?? 1))
  return Number.isNaN(number) || number < least ? 1 : Math.min(number, most)
}

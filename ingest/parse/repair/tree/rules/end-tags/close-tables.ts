import type {Element, Root} from 'hast'
import type {Report} from '../../../../findings/report.ts'
import {HEADINGS, LISTS} from '../../lib/names.ts'
import {isBlank, isFlow, isOneOf, isTag, type Node, stretchOf, withChildren} from '../../lib/nodes.ts'
import {cellsOf, rowsOf} from '../../lib/table-parts.ts'

/**
 * A table without its end tag has swallowed what follows: a parser moves that before the table, or leaves it in the
 * last cell. Both are moved behind the table, in source order.
 *
 * @example
 *   ```html
 *   <table><tbody><tr><td>a</td><td>b<p>After the table.</p><h2>More</h2></td></tr></tbody></table>
 *   ```
 *   becomes
 *   ```html
 *   <table><tbody><tr><td>a</td><td>b</td></tr></tbody></table><p>After the table.</p><h2>More</h2>
 *   ```
 */
export function closeTables(tree: Root, report: Report): void {
  const parents: {children: Node[]}[] = []
  const stack: (Root | Node)[] = [tree]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!('children' in node)) continue
    if (node.children.some((child) => isTag(child, 'table'))) parents.push(node as {children: Node[]})
    for (const child of node.children) stack.push(child)
  }
  for (const parent of parents.toReversed()) {
    parent.children = fostered(parent.children, report).flatMap((child) =>
      isTag(child, 'table') ? closeTable(child, report) : [child],
    )
  }
}

/** Move nodes that a parser put before a table (foster parenting) behind it, as in the source. */
function fostered(children: Node[], report: Report): Node[] {
  const result: Node[] = []
  for (const child of children) {
    const start = child.position?.start.offset
    if (!isTag(child, 'table') || start === undefined) {
      result.push(child)
      continue
    }
    const moved: Node[] = []
    for (
      let last = result.at(-1);
      last && (last.position?.start.offset ?? -1) > start;
      last = result.at(-1)
    ) {
      moved.push(last)
      result.pop()
    }
    moved.reverse()
    if (moved.some((node) => !isBlank(node))) {
      report({
        code: 'table-tail-moved-out',
        message: 'A table was never closed. The text after its last row was moved after the table.',
        ranges: stretchOf(moved),
      })
    }
    result.push(child)
    for (const node of moved) result.push(node)
  }
  return result
}

function closeTable(table: Element, report: Report): Node[] {
  const cells = rowsOf(table).flatMap(cellsOf)
  const last = cells.at(-1)
  if (!last || cells.length < 2) return [table]
  const own = ownContent(last)
  if (own === last.children.length) return [table]
  if (cells.some((cell) => cell !== last && cell.children.some((child) => isFlow(child)))) return [table]
  const tail = last.children.slice(own) as Node[]
  last.children = last.children.slice(0, own)
  report({
    code: 'table-tail-moved-out',
    message: 'A table was never closed. Text in its last cell was moved after the table.',
    ranges: stretchOf(tail),
  })
  return [withChildren(table, table.children), ...tail]
}

/** Count the children that a cell keeps: phrasing before the first block that no cell of its kind would hold. */
function ownContent(cell: Element): number {
  const flow = cell.children.findIndex((child) => isFlow(child))
  if (flow < 0) return cell.children.length
  const lead = cell.children.slice(0, flow)
  const rest = cell.children.slice(flow)
  const blocks = rest.filter((child) => isFlow(child))
  const closing = blocks.some((child) => isOneOf(child, HEADINGS) || isTag(child, 'table'))
  const long = blocks.length > 1 || blocks.some((child) => isOneOf(child, LISTS))
  return closing || (long && lead.some((node) => !isBlank(node))) ? flow : cell.children.length
}

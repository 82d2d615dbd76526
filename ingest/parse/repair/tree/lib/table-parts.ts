/** Rows and cells of a table as its author meant them, without those of nested tables. */
import type {Element} from 'hast'
import {isElement, isOneOf, isTag, type Node} from './nodes.ts'

const CELLS: ReadonlySet<string> = new Set(['td', 'th'])

/** List the rows in document order, in any section. */
export function rowsOf(table: Element): Element[] {
  const rows: Element[] = []
  const stack: Node[] = table.children.toReversed()
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (isTag(node, 'tr')) rows.push(node)
    else if (isElement(node) && !isTag(node, 'table'))
      for (const child of node.children.toReversed()) stack.push(child)
  }
  return rows
}

/** List the cells of a row. */
export const cellsOf = (row: Element): Element[] => row.children.filter((child) => isOneOf(child, CELLS))

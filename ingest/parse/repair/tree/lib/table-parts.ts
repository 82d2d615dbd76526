/** Rows and cells of a table as its author meant them: those of tables inside it are not its own. */
import type {Element} from 'hast'
import {isElement, isOneOf, isTag, type Node} from './nodes.ts'

const CELLS: ReadonlySet<string> = new Set(['td', 'th'])

/** Rows in document order, whatever section they stand in. */
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

export const cellsOf = (row: Element): Element[] => row.children.filter((child) => isOneOf(child, CELLS))

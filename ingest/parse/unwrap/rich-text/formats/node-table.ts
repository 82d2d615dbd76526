/** Tables of typed nodes, and of plain lists of cells. */
import type {JsonNode} from '../../json/tree.ts'
import {type Context, listNode} from '../context.ts'
import {element, type HtmlElement, type HtmlNode} from '../html.ts'
import {kindOf} from '../names.ts'
import {attributeWritten, childrenOf, nameOf, number} from './node.ts'

/** A table with its rows, whatever groups them. */
export function tableOf(
  context: Context,
  value: JsonNode,
  contentOf: (cell: JsonNode) => HtmlNode[],
): HtmlNode[] {
  const source = context.document.value
  const rows: HtmlElement[] = []
  const rowOf = (row: JsonNode, isHead: boolean): void => {
    const cells = row.type === 'array' ? row.children : cellsOf(row)
    const line = cells.map((cell) =>
      element(isHead || isHeader(source, cell) ? 'th' : 'td', contentOf(cell), spansOf(source, cell)),
    )
    if (line.length > 0) rows.push(element('tr', line))
  }
  const visit = (one: JsonNode, isHead: boolean): void => {
    const name = nameOf(source, one) ?? ''
    if (one.type === 'array' || kindOf(name) === 'row') rowOf(one, isHead)
    else for (const child of childrenOf(one)) visit(child, isHead || /head/i.test(name))
  }
  const head = listNode(value, 'header', 'headers')
  if (head) rowOf(head, true)
  const list = listNode(value, 'rows')
  if (kindOf(nameOf(source, value)) === 'row') visit(value, false)
  else for (const one of list?.children ?? childrenOf(value)) visit(one, false)
  return rows.length > 0 ? [element('table', rows)] : []
}

const cellsOf = (row: JsonNode): readonly JsonNode[] => listNode(row, 'cells')?.children ?? childrenOf(row)

function isHeader(source: string, cell: JsonNode): boolean {
  const name = nameOf(source, cell)
  if (kindOf(name) === 'header') return true
  if (attributeWritten(source, cell, 'header') === 'true') return true
  return (number(source, cell, 'headerState') ?? 0) > 0
}

function spansOf(source: string, cell: JsonNode): Record<string, string> {
  const columns = number(source, cell, 'colspan', 'colSpan')
  const rows = number(source, cell, 'rowspan', 'rowSpan')
  return {
    ...(columns !== undefined && columns > 1 && {colspan: String(columns)}),
    ...(rows !== undefined && rows > 1 && {rowspan: String(rows)}),
  }
}

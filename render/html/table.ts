import type {NodeRenderer, PortableTextTypeComponentOptions} from '@portabletext/to-html'
import type {Table, TableCell} from '../body.ts'
import {nest} from '../nest.ts'
import type {HtmlContext} from './context.ts'
import {element, escapeText} from './element.ts'

/**
 * A data table that readers of any kind can use: a caption, headers with their scope, and a region that the keyboard
 * can scroll where the table is wider than the page.
 *
 * @see https://www.w3.org/WAI/tutorials/tables/
 */
export function table(context: HtmlContext) {
  return ({value, renderNode}: PortableTextTypeComponentOptions<Table>): string => {
    const number = context.nextTable()
    const id = value.caption && context.id(`table-${number}`)
    const rows = value.rows.map((cells, row) =>
      element('tr', {}, ...cells.map((cell, column) => renderCell(value, row, column, cell, renderNode))),
    )
    const head = rows.slice(0, value.headerRows)
    const body = rows.slice(value.headerRows)
    const label = id ? {'aria-labelledby': id} : {'aria-label': `Table ${number}`}
    return element(
      'figure',
      {class: 'table'},
      element(
        'div',
        {role: 'region', tabindex: 0, ...label},
        element(
          'table',
          {},
          id && value.caption ? element('caption', {id}, escapeText(value.caption)) : '',
          head.length > 0 ? element('thead', {}, ...head) : '',
          body.length > 0 ? element('tbody', {}, ...body) : '',
        ),
      ),
    )
  }
}

function renderCell(
  table: Table,
  row: number,
  column: number,
  cell: TableCell,
  renderNode: NodeRenderer,
): string {
  // Obsolete in HTML, but the one form that feed readers, sanitizers and a strict content security policy let through.
  const attributes = {align: table.alignment[column]}
  const content = renderContent(cell, renderNode)
  // An empty header names nothing.
  if (content && row < table.headerRows) return element('th', {scope: 'col', ...attributes}, content)
  if (content && column < table.headerColumns) return element('th', {scope: 'row', ...attributes}, content)
  return element('td', attributes, content)
}

/** A single paragraph stands in the cell as it is, more of them keep their elements. */
function renderContent(cell: TableCell, renderNode: NodeRenderer): string {
  const nested = nest(cell).map((node, index) => renderNode({node, index, isInline: false, renderNode}))
  const only = cell.length === 1 && cell[0]?.listItem === undefined ? nested[0] : undefined
  return only === undefined ? nested.join('') : only.replace(/^<p>|<\/p>$/g, '')
}

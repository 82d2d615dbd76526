import type {NodeRenderer, PortableTextTypeComponentOptions} from '@portabletext/to-html'
import type {ShownCell, ShownTable} from '../../body.ts'
import type {HtmlContext} from '../../html/context.ts'
import {element, escapeLines} from '../../html/element.ts'
import {flow} from '../list/html.ts'

/**
 * A data table for readers of any kind: with a caption, headers with their scope, and a region that the keyboard can
 * scroll where the table is wider than the page.
 *
 * @see https://www.w3.org/WAI/tutorials/tables/
 */
export function html(context: HtmlContext) {
  return ({value, renderNode}: PortableTextTypeComponentOptions<ShownTable>): string => {
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
          id && value.caption ? element('caption', {id}, escapeLines(value.caption)) : '',
          head.length > 0 ? element('thead', {}, ...head) : '',
          body.length > 0 ? element('tbody', {}, ...body) : '',
        ),
      ),
    )
  }
}

function renderCell(
  table: ShownTable,
  row: number,
  column: number,
  cell: ShownCell,
  renderNode: NodeRenderer,
): string {
  // Obsolete in HTML, but the only form that feed readers, sanitizers and a strict content security policy let through.
  const attributes = {align: table.alignment[column]}
  const content = renderContent(cell, renderNode)
  // An empty header names nothing.
  if (content && row < table.headerRows) return element('th', {scope: 'col', ...attributes}, content)
  if (content && column < table.headerColumns) return element('th', {scope: 'row', ...attributes}, content)
  return element('td', attributes, content)
}

/** A single paragraph has no element of its own in a cell; several keep theirs. */
function renderContent(cell: ShownCell, renderNode: NodeRenderer): string {
  const nested = flow(cell, renderNode)
  const only = cell.length === 1 && cell[0]?.listItem === undefined ? nested[0] : undefined
  return only === undefined ? nested.join('') : only.replace(/^<p>|<\/p>$/g, '')
}

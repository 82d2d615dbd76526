/** A table in the form that the data grid needs: one record of texts per row, and its columns with one for row numbers. */
import {type Column, renderTextEditor} from 'react-data-grid'
import type {Range} from './range.ts'
import {textOfCell} from './text.ts'
import type {Cell, TableNode} from './types.ts'

/** A row of the grid: the texts of its cells by column. */
export type Line = Readonly<Record<string, string>> & {key: string}

/** The name of a column as in a spreadsheet: A to Z, AA, AB and so on. */
function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter
}

/** A row of a table as a row of the grid. */
export function lineOf(key: string, cells: readonly Cell[]): Line {
  const texts = Object.fromEntries(cells.map((cell, column) => [`c${column}`, textOfCell(cell)]))
  return {...texts, key}
}

/**
 * The columns of the grid.
 *
 * @param range the selected cells, which are highlighted
 */
export function columnsOf(
  width: number,
  table: TableNode,
  editable: boolean,
  range: Range | undefined,
): Column<Line>[] {
  const selectedRows = range && new Set(table.rows.slice(range.top, range.bottom + 1).map(({_key}) => _key))
  const {headerColumns = 0, alignment = []} = table
  return [
    {
      key: 'number',
      name: '',
      width: 52,
      frozen: true,
      cellClass: 'copydesk-row-number',
      renderCell: ({rowIdx}) => rowIdx + 1,
    },
    ...Array.from({length: width}, (_, column): Column<Line> => {
      const side = alignment[column] ?? 'none'
      return {
        key: `c${column}`,
        name: columnName(column),
        minWidth: 90,
        resizable: true,
        editable,
        frozen: column < headerColumns,
        ...(range && column >= range.left && column <= range.right
          ? {cellClass: ({key}: Line) => (selectedRows?.has(key) ? 'copydesk-selected' : undefined)}
          : {}),
        renderCell: ({row, column: {key}}) =>
          side === 'none' ? (row[key] ?? '') : <div style={{textAlign: side}}>{row[key] ?? ''}</div>,
        ...(editable ? {renderEditCell: renderTextEditor} : {}),
      }
    }),
  ]
}

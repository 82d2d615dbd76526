/** A table as the data grid takes it: a line of texts for each row, a column for each of its own and one for the numbers of rows. */
import {type Column, renderTextEditor} from 'react-data-grid'
import type {Range} from './range.ts'
import {textOfCell} from './text.ts'
import type {Cell, TableNode} from './types.ts'

/** A line of the grid: texts of its cells by the number of the column. */
export type Line = Readonly<Record<string, string>> & {key: string}

/** Names of columns as spreadsheets have them. */
function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter
}

export function lineOf(key: string, cells: readonly Cell[]): Line {
  const texts = Object.fromEntries(cells.map((cell, column) => [`c${column}`, textOfCell(cell)]))
  return {...texts, key}
}

/** `range`: the chosen cells, which are marked. */
export function columnsOf(
  width: number,
  table: TableNode,
  editable: boolean,
  range: Range | undefined,
): Column<Line>[] {
  const chosen = range && new Set(table.rows.slice(range.top, range.bottom + 1).map(({_key}) => _key))
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
          ? {cellClass: ({key}: Line) => (chosen?.has(key) ? 'copydesk-chosen' : undefined)}
          : {}),
        renderCell: ({row, column: {key}}) =>
          side === 'none' ? (row[key] ?? '') : <div style={{textAlign: side}}>{row[key] ?? ''}</div>,
        ...(editable ? {renderEditCell: renderTextEditor} : {}),
      }
    }),
  ]
}

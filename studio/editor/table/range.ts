/** Rectangles of cells. Pure. Rows and columns are counted from 0. */
import type {Place} from './changes.ts'
import {cellOf} from './text.ts'
import type {Cell, NewKey, Table} from './types.ts'

/** A rectangle of cells, with its last row and column included. */
export interface Range {
  top: number
  bottom: number
  left: number
  right: number
}

/** The rectangle between two opposite corners. */
export const rangeOf = (one: Place, other: Place): Range => ({
  top: Math.min(one.row, other.row),
  bottom: Math.max(one.row, other.row),
  left: Math.min(one.column, other.column),
  right: Math.max(one.column, other.column),
})

/** The cells in a rectangle, by row. */
export const cellsIn = ({rows}: Pick<Table, 'rows'>, {top, bottom, left, right}: Range): Cell[][] =>
  rows.slice(top, bottom + 1).map(({cells}) => cells.slice(left, right + 1))

/** The number of header rows in a rectangle. */
export const headerRowsIn = ({headerRows}: Pick<Table, 'headerRows'>, {top, bottom}: Range): number =>
  Math.max(0, Math.min(headerRows, bottom + 1) - top)

/** Clears the cells in a rectangle. They keep their keys. */
export function emptied<Grid extends Table>(table: Grid, range: Range, newKey: NewKey): Grid {
  const {top, bottom, left, right} = range
  return {
    ...table,
    rows: table.rows.map((row, at) =>
      at < top || at > bottom
        ? row
        : {
            ...row,
            cells: row.cells.map((cell, column) =>
              column < left || column > right ? cell : {...cellOf('', newKey), _key: cell._key},
            ),
          },
    ),
  }
}

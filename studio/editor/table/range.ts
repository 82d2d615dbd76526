/** A rectangle of cells. Pure; rows and columns are counted from 0, and the last of each belongs to it. */
import type {Place} from './changes.ts'
import {cellOf} from './text.ts'
import type {Cell, NewKey, Table} from './types.ts'

export interface Range {
  top: number
  bottom: number
  left: number
  right: number
}

/** Between two corners, whichever they are. */
export const rangeOf = (one: Place, other: Place): Range => ({
  top: Math.min(one.row, other.row),
  bottom: Math.max(one.row, other.row),
  left: Math.min(one.column, other.column),
  right: Math.max(one.column, other.column),
})

export const cellsIn = ({rows}: Pick<Table, 'rows'>, {top, bottom, left, right}: Range): Cell[][] =>
  rows.slice(top, bottom + 1).map(({cells}) => cells.slice(left, right + 1))

/** How many rows of the rectangle are header rows of the table. */
export const headersIn = ({headerRows}: Pick<Table, 'headerRows'>, {top, bottom}: Range): number =>
  Math.max(0, Math.min(headerRows, bottom + 1) - top)

/** The table with nothing in the cells of the rectangle, which keep their keys. */
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

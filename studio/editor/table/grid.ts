/** Changes of a table, as pure functions that return a new table. Rows and columns are counted from 0. */
import {cellOf, retyped} from './text.ts'
import type {Alignment, Cell, NewKey, Row, Table} from './types.ts'

/** The number of columns of the widest row. */
export const widthOf = ({rows}: Pick<Table, 'rows'>): number =>
  rows.reduce((most, {cells}) => Math.max(most, cells.length), 0)

const rowOf = (cells: Cell[], newKey: NewKey): Row => ({_type: 'row', _key: newKey(), cells}) as Row

const emptyCells = (count: number, newKey: NewKey): Cell[] =>
  Array.from({length: Math.max(0, count)}, () => cellOf('', newKey))

/** Inserts an empty row. */
export function insertRow<Grid extends Table>(table: Grid, at: number, newKey: NewKey): Grid {
  const row = rowOf(emptyCells(widthOf(table), newKey), newKey)
  return {
    ...table,
    rows: table.rows.toSpliced(at, 0, row),
    // A row inserted between header rows is a header row.
    headerRows: table.headerRows + Number(at < table.headerRows && at > 0),
  }
}

/** Removes a row; undefined if none is left. */
export function removeRow<Grid extends Table>(table: Grid, at: number): Grid | undefined {
  if (table.rows.length <= 1) return undefined
  return {
    ...table,
    rows: table.rows.toSpliced(at, 1),
    headerRows: table.headerRows - Number(at < table.headerRows),
  }
}

/** Moves a row. */
export function moveRow<Grid extends Table>(table: Grid, from: number, to: number): Grid {
  return {...table, rows: moved(table.rows, from, to)}
}

/** Inserts an empty column. */
export function insertColumn<Grid extends Table>(table: Grid, at: number, newKey: NewKey): Grid {
  const width = widthOf(table)
  const grid = withColumns(table, (cells) =>
    [...cells, ...emptyCells(width - cells.length, newKey)].toSpliced(at, 0, cellOf('', newKey)),
  )
  const {headerColumns = 0} = table
  return {
    ...grid,
    ...alignments(table, width, (list) => list.toSpliced(at, 0, 'none')),
    ...(at < headerColumns && at > 0 ? {headerColumns: headerColumns + 1} : {}),
  }
}

/** Removes a column; undefined if none is left. */
export function removeColumn<Grid extends Table>(table: Grid, at: number): Grid | undefined {
  const width = widthOf(table)
  if (width <= 1) return undefined
  const {headerColumns = 0} = table
  return {
    ...withColumns(table, (cells) => cells.toSpliced(at, 1)),
    ...alignments(table, width, (list) => list.toSpliced(at, 1)),
    ...(at < headerColumns ? {headerColumns: headerColumns - 1} : {}),
  }
}

/** Moves a column, with its alignment. */
export function moveColumn<Grid extends Table>(table: Grid, from: number, to: number, newKey: NewKey): Grid {
  const width = widthOf(table)
  return {
    ...withColumns(table, (cells) =>
      moved([...cells, ...emptyCells(width - cells.length, newKey)], from, to),
    ),
    ...alignments(table, width, (list) => moved(list, from, to)),
  }
}

/** Aligns a column. The field is removed if every column has the default alignment. */
export function alignColumn<Grid extends Table>(table: Grid, column: number, alignment: Alignment): Grid {
  const list = alignmentsOf(table, widthOf(table)).with(column, alignment)
  const {alignment: _, ...rest} = table
  return (list.every((each) => each === 'none') ? rest : {...rest, alignment: list}) as Grid
}

/** Sets the text of a cell, which is created if its row is too short. */
export function typedInto<Grid extends Table>(
  table: Grid,
  {row, column}: {row: number; column: number},
  text: string,
  newKey: NewKey,
): Grid {
  const line = table.rows[row]
  if (!line) return table
  const cell = line.cells[column]
  const cells = [...line.cells, ...emptyCells(column - line.cells.length, newKey)]
  cells[column] = cell ? retyped(cell, text, newKey) : cellOf(text, newKey)
  return {...table, rows: table.rows.with(row, {...line, cells})}
}

/** Fills up shorter rows with empty cells. */
export function squared<Grid extends Table>(table: Grid, newKey: NewKey): Grid {
  const width = widthOf(table)
  return withColumns(table, (cells) => [...cells, ...emptyCells(width - cells.length, newKey)])
}

/**
 * Replaces cells from one cell on. The table grows if the new cells extend beyond it.
 *
 * @param source rows of new cells
 */
export function pasted<Grid extends Table>(
  table: Grid,
  {row, column}: {row: number; column: number},
  source: readonly (readonly Cell[])[],
  newKey: NewKey,
): Grid {
  const width = Math.max(widthOf(table), column + Math.max(0, ...source.map((cells) => cells.length)))
  const height = Math.max(table.rows.length, row + source.length)
  const rows = Array.from({length: height}, (_, index): Row => {
    const own = table.rows[index] ?? rowOf([], newKey)
    const cells = [...own.cells, ...emptyCells(width - own.cells.length, newKey)]
    for (const [offset, cell] of (source[index - row] ?? []).entries()) {
      const at = column + offset
      // A replaced cell keeps its key: it is the same cell with another text.
      cells[at] = {...cell, _key: cells[at]?._key ?? cell._key}
    }
    return {...own, cells}
  })
  return {...table, rows}
}

/** A table made of cells. */
export function tableOf(source: readonly (readonly Cell[])[], headerRows: number, newKey: NewKey): Table {
  const rows = source.map((cells) => rowOf([...cells], newKey))
  return squared({_type: 'table', headerRows, rows}, newKey)
}

function withColumns<Grid extends Table>(table: Grid, change: (cells: Cell[]) => Cell[]): Grid {
  return {...table, rows: table.rows.map((row) => ({...row, cells: change(row.cells)}))}
}

function moved<Item>(list: readonly Item[], from: number, to: number): Item[] {
  const [item] = list.slice(from, from + 1)
  return item === undefined ? [...list] : list.toSpliced(from, 1).toSpliced(to, 0, item)
}

const alignmentsOf = ({alignment = []}: Table, width: number): Alignment[] =>
  Array.from({length: width}, (_, column) => alignment[column] ?? 'none')

const alignments = (
  table: Table,
  width: number,
  change: (list: Alignment[]) => Alignment[],
): {alignment?: Alignment[]} => (table.alignment ? {alignment: change(alignmentsOf(table, width))} : {})

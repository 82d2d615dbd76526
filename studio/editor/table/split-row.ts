/** Repairs rows by hand: splits a row that was two, and moves text out of a row that contains what follows the table. */
import {squared, widthOf} from './grid.ts'
import {asParagraph, cellOfBlocks, isEmpty, linesOf, sliceText, textOfBlock} from './text.ts'
import type {Cell, CellBlock, NewKey, Row, TableNode, TextBlock} from './types.ts'

/** A place in a cell. */
export interface Caret {
  row: number
  column: number
  /** Index of the block in the cell. */
  block: number
  /** Offset in the text of the block, in UTF-16 units. */
  offset: number
}

/**
 * Splits a row into two. The cell with the caret is split there, and other cells after their first line. A cell with only one line stays in the
 * upper row, above an empty cell.
 */
export function splitRow(table: TableNode, caret: Caret, newKey: NewKey): TableNode {
  const row = table.rows[caret.row]
  if (!row) return table
  const parts = row.cells.map((cell, column) =>
    column === caret.column ? splitCell(cell, caret, newKey) : afterFirstLine(cell, newKey),
  )
  const upper: Row = {...row, cells: parts.map(([above]) => above)}
  const lower = {...row, _key: newKey(), cells: parts.map(([, below]) => below)}
  return {...table, rows: table.rows.toSpliced(caret.row, 1, upper, lower)}
}

/**
 * Moves the text after the caret out of the table, with all later cells and rows. Helps where the last row contains the rest of the
 * page.
 */
export function moveTextOut(
  table: TableNode,
  caret: Caret,
  newKey: NewKey,
): {table: TableNode; text: TextBlock[]} {
  const row = table.rows[caret.row]
  const cell = row?.cells[caret.column]
  if (!row || !cell) return {table, text: []}
  const [above, below] = splitCell(cell, caret, newKey)
  const later = row.cells.slice(caret.column + 1)
  const cells = [...row.cells.slice(0, caret.column), above]
  const text = [below, ...later, ...table.rows.slice(caret.row + 1).flatMap((next) => next.cells)]
    .flatMap(({value}) => value)
    .filter((block) => !isEmpty(block))
    .map((block) => asParagraph(block, newKey))
  const width = widthOf(table)
  const kept = squared({...table, rows: [...table.rows.slice(0, caret.row), {...row, cells}]}, newKey)
  return {table: width > 0 ? kept : table, text}
}

function splitCell(cell: Cell, {block, offset}: Caret, newKey: NewKey): [Cell, Cell] {
  const own = cell.value[block]
  if (!own) return [cell, cellOfBlocks([], newKey)]
  const length = textOfBlock(own).length
  const before = [...cell.value.slice(0, block), {...sliceText(own, 0, offset, newKey), _key: own._key}]
  const after = [sliceText(own, offset, length, newKey), ...cell.value.slice(block + 1)]
  return [
    {...cell, value: withoutEmpty(before.map(trimmed), newKey)},
    cellOfBlocks(withoutEmpty(after.map(trimmed), newKey), newKey),
  ]
}

function afterFirstLine(cell: Cell, newKey: NewKey): [Cell, Cell] {
  const lines = cell.value.flatMap((block) =>
    textOfBlock(block).includes('\n') ? linesOf(block, newKey) : [block],
  )
  const [first, ...rest] = lines.filter((block) => !isEmpty(block))
  if (!first || rest.length === 0) return [cell, cellOfBlocks([], newKey)]
  return [{...cell, value: [first]}, cellOfBlocks(rest, newKey)]
}

/** Removes white space where the text was split. */
function trimmed(block: CellBlock): CellBlock {
  const children = block.children ?? []
  return {
    ...block,
    children: children.map((span, index) => {
      let {text = ''} = span
      if (index === 0) text = text.trimStart()
      if (index === children.length - 1) text = text.trimEnd()
      return {...span, text}
    }),
  }
}

const withoutEmpty = (blocks: CellBlock[], newKey: NewKey): CellBlock[] => {
  const kept = blocks.filter((block) => !isEmpty(block))
  return kept.length > 0 ? kept : cellOfBlocks([], newKey).value
}

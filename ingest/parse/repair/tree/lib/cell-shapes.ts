/** The shapes of a table's cells, and the period in which they come again. */

export type CellClass = 'number' | 'words'

/** Where a table stands in a run of cells. */
export interface Grid {
  /** Cells before it. */
  from: number
  columns: number
  /** With the header. */
  rows: number
}

/** A number with its sign, currency or unit; a date; a dash that stands for none. */
const NUMBER =
  /^(?:[-–—]|n\/?a|(?:[-+−–~<>≈±#(]\s?)?(?:[$€£¥₹₽]|US\$|CHF\s|EUR\s|USD\s)?\s?\d[\d.,:/'’\s\u00a0–-]{0,20}(?:\s?(?:[%‰°$€£¥₹₽]|\p{L}{1,10})\.?\)?)?(?:\s\d{4})?\)?)$/iu

export const cellClass = (text: string): CellClass =>
  text.length <= 24 && NUMBER.test(text) ? 'number' : 'words'

const MAX_COLUMNS = 12
/** Lines before the header that may be the table's title. */
const MAX_LINES_BEFORE = 2
/** Fewest rows under the header in which numbers come again. */
const MIN_ROWS = 3

/**
 * The table that a run of cells makes: a header of words, under it rows of one pattern, of words and numbers. None where
 * no period shows, or where the run goes on for a whole row after it.
 */
export function columnsIn(shapes: readonly CellClass[]): Grid | undefined {
  for (let from = 0; from <= MAX_LINES_BEFORE; from++) {
    const first = shapes.indexOf('number', from)
    if (first < 0) return undefined
    for (let columns = 2; columns <= Math.min(MAX_COLUMNS, first - from); columns++) {
      const rows = rowsOf(shapes, from, columns)
      const rest = shapes.length - from - rows * columns
      if (rows > MIN_ROWS && rest < columns && isNoRow(shapes.slice(shapes.length - rest))) {
        return {from, columns, rows}
      }
    }
  }
  return undefined
}

/** Rows of one pattern under a header of words, with the header; 0 where the pattern says nothing. */
function rowsOf(shapes: readonly CellClass[], from: number, columns: number): number {
  const body = from + columns
  const pattern = shapes.slice(body, body + columns)
  if (!pattern.includes('number') || !pattern.includes('words')) return 0
  let at = body
  while (at + columns <= shapes.length && pattern.every((shape, index) => shapes[at + index] === shape))
    at += columns
  return (at - from) / columns
}

/** What is left after the last row is a line or two of words, not a row that lost a cell. */
const isNoRow = (rest: readonly CellClass[]): boolean => rest.length < 2 && !rest.includes('number')

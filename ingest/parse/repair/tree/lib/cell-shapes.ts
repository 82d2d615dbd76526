/** The shapes of table cells, and the period in which they repeat. */

export type CellClass = 'number' | 'words'

/** Position of a table in a run of cells. */
export interface Grid {
  /** Number of cells before it. */
  from: number
  columns: number
  /** Including the header. */
  rows: number
}

/** A number with its sign, currency or unit; a date; a dash for no value. */
const NUMBER =
  /^(?:[-–—]|n\/?a|(?:[-+−–~<>≈±#(]\s?)?(?:[$€£¥₹₽]|US\$|CHF\s|EUR\s|USD\s)?\s?\d[\d.,:/'’\s\u00a0–-]{0,20}(?:\s?(?:[%‰°$€£¥₹₽]|\p{L}{1,10})\.?\)?)?(?:\s\d{4})?\)?)$/iu

/** Classify the text of a cell. */
export const cellClass = (text: string): CellClass =>
  text.length <= 24 && NUMBER.test(text) ? 'number' : 'words'

const MAX_COLUMNS = 12
/** Maximum number of lines before the header that may be the title of the table. */
const MAX_LINES_BEFORE = 2
/** Minimum number of rows below the header with a repeated pattern of numbers. */
const MIN_ROWS = 3

/**
 * Find the table in a run of cells: a header of words, and below it rows of one pattern of words and numbers. Returns
 * undefined without a period, or if the run continues for a whole row.
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

/** Count the rows of one pattern below a header of words, including the header; 0 if the pattern is not distinctive. */
function rowsOf(shapes: readonly CellClass[], from: number, columns: number): number {
  const body = from + columns
  const pattern = shapes.slice(body, body + columns)
  if (!pattern.includes('number') || !pattern.includes('words')) return 0
  let at = body
  while (at + columns <= shapes.length && pattern.every((shape, index) => shapes[at + index] === shape))
    at += columns
  return (at - from) / columns
}

/** Whether the rest is a line or two of words, and not a row that lost a cell. */
const isNoRow = (rest: readonly CellClass[]): boolean => rest.length < 2 && !rest.includes('number')

/** Draw a table with lines. Columns are as wide as their content needs and the terminal allows. */
import {pad, widthOf, wrap} from './width.ts'

/** How wide a table may be. */
export interface BoxOptions {
  width: number
  headerRows: number
  alignment: readonly ('left' | 'center' | 'right' | 'none')[]
}

/** Narrowest readable column; a table with too many columns becomes wider than the terminal. */
const NARROWEST = 8

/** The lines of a table. */
export function box(
  rows: readonly (readonly string[])[],
  {width, headerRows, alignment}: BoxOptions,
): string {
  const columns = columnWidths(rows, width)
  const rule = (left: string, middle: string, right: string) =>
    left + columns.map((column) => '─'.repeat(column + 2)).join(middle) + right
  const lines = rows.flatMap((row, index) => {
    const separator = index > 0 ? [rule('├', '┼', '┤')] : []
    const drawn = drawRow(row, columns, alignment)
    return headerRows > 0 && index !== headerRows ? drawn : [...separator, ...drawn]
  })
  return [rule('┌', '┬', '┐'), ...lines, rule('└', '┴', '┘')].join('\n')
}

function drawRow(
  row: readonly string[],
  columns: readonly number[],
  alignment: BoxOptions['alignment'],
): string[] {
  const cells = columns.map((column, index) => wrap(row[index] ?? '', column))
  const height = Math.max(1, ...cells.map((lines) => lines.length))
  return Array.from({length: height}, (_, line) => {
    const parts = cells.map((lines, index) =>
      pad(lines[line] ?? '', columns[index] ?? 0, alignment[index] ?? 'none'),
    )
    return `│ ${parts.join(' │ ')} │`
  })
}

/** Reduce the wanted widths until they fit, from the widest column on. */
function columnWidths(rows: readonly (readonly string[])[], width: number): number[] {
  const count = rows[0]?.length ?? 0
  const wanted = Array.from({length: count}, (_, column) =>
    rows.reduce((most, row) => Math.max(most, widest(row[column] ?? '')), 1),
  )
  const available = width - 3 * count - 1
  const limits = [...wanted]
  for (let sum = total(limits); sum > available; sum = total(limits)) {
    const most = Math.max(...limits)
    if (most <= NARROWEST) break
    const index = limits.indexOf(most)
    limits[index] = Math.max(NARROWEST, Math.min(most - 1, most - Math.ceil((sum - available) / count)))
  }
  return limits
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)
const widest = (text: string): number =>
  text.split('\n').reduce((most, line) => Math.max(most, widthOf(line)), 0)

/**
 * Rows of cells with spans become a rectangular grid (WHATWG HTML, "forming a table"), each place filled by the cell
 * that covers it. Bounded: what a span or a ragged row adds is capped, so that a few bytes cannot make a huge table.
 */
import type {GridCell, GridRow} from '../markdown/nodes.ts'

/** Places that any table may have, however few of them its source fills. */
const MIN_AREA = 10_000
/** Places for each cell of the source, beyond that. */
const AREA_PER_CELL = 8

/** One place of the grid. */
export interface Place {
  /** Absent where no cell reaches. */
  cell: GridCell | undefined
  /** Covered by a span whose cell begins elsewhere. */
  repeated: boolean
}

/** A rectangular grid, and how it was made. */
export interface ExpandedGrid {
  rows: Place[][]
  spanned: boolean
  padded: boolean
  /** The grid would be too large with its spans, so each cell appears once. */
  cut: boolean
}

/** Undefined where even without spans the grid would be too large: a few long rows among many short ones. */
export function expandGrid(rows: readonly GridRow[]): ExpandedGrid | undefined {
  const cells = rows.reduce((sum, row) => sum + row.children.length, 0)
  const most = Math.max(MIN_AREA, cells * AREA_PER_CELL)
  const spanned = rows.some((row) => row.children.some((cell) => cell.colSpan > 1 || cell.rowSpan !== 1))
  const whole = place(rows, most, true)
  const placed = whole ?? place(rows, most, false)
  if (!placed) return undefined
  const width = anchoredWidth(placed)
  for (const row of placed) row.length = Math.min(row.length, width)
  if (width * placed.length > most) return undefined
  let padded = false
  for (const row of placed) {
    for (let column = 0; column < width; column++) {
      if (row[column]) continue
      row[column] = {cell: undefined, repeated: false}
      padded = true
    }
  }
  return {rows: placed, spanned, padded, cut: !whole}
}

/**
 * Columns up to the last in which a cell begins: a span that reaches further (`colspan=18` over 13 columns) adds columns that hold nothing
 * but its repetition, which the standard calls an error of the table.
 */
function anchoredWidth(placed: readonly (readonly (Place | undefined)[])[]): number {
  const begun = new Set<GridCell>()
  let width = 0
  for (const row of placed) {
    for (const [column, place] of row.entries()) {
      if (!place?.cell || begun.has(place.cell)) continue
      begun.add(place.cell)
      width = Math.max(width, column + 1)
    }
  }
  return width
}

/** Undefined where more than `most` places would be filled. */
function place(rows: readonly GridRow[], most: number, withSpans: boolean): Place[][] | undefined {
  const placed: Place[][] = rows.map(() => [])
  let filled = 0
  for (const [y, row] of rows.entries()) {
    const target = placed[y] ?? []
    let x = 0
    for (const cell of row.children) {
      while (target[x]) x++
      const width = withSpans ? cell.colSpan : 1
      const toEnd = rows.length - y
      const height = withSpans ? Math.min(cell.rowSpan || toEnd, toEnd) : 1
      filled += width * height
      if (filled > most) return undefined
      for (let below = 0; below < height; below++) {
        const line = placed[y + below]
        for (let right = 0; line && right < width; right++) {
          line[x + right] ??= {cell, repeated: below + right > 0}
        }
      }
      x += width
    }
  }
  return placed
}

/** Distinguishes frames for layout from tables of data. */
import type {Grid, GridCell, GridRow} from '../markdown/nodes.ts'

/** More blocks than this in one cell read as an article, not as a cell. */
const MAX_CELL_BLOCKS = 4

/** True for a frame, for a table that the source declares one, and for a cell that contains an article. */
export function isLayout(grid: Grid, rows: readonly GridRow[]): boolean {
  const cells = rows.flatMap((row) => row.children)
  if (grid.layout || cells.length < 2) return true
  if (grid.headRows || cells.some((cell) => cell.header)) return false
  return cells.some(holdsArticle)
}

function holdsArticle({children}: GridCell): boolean {
  if (children.length > MAX_CELL_BLOCKS) return true
  return children.some((child) => child.type === 'heading' || child.type === 'grid')
}

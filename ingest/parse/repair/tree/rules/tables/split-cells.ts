import type {Element, Root} from 'hast'
import type {Report} from '../../../../findings/report.ts'
import {type Column, columnOf} from '../../lib/column-model.ts'
import {cutAt, trimNodes} from '../../lib/cut.ts'
import {divideRow} from '../../lib/divide-row.ts'
import {hasInnerCapital} from '../../lib/heading-joint.ts'
import {element, isTag, type Node, plainText, rawText, sourceOf, stretchOf} from '../../lib/nodes.ts'
import {cellsOf, rowsOf} from '../../lib/table-parts.ts'

/** Possible boundary of two merged cells: a lower-case letter or digit, then a capital, a digit or an amount. */
const JOINT =
  /(?<=[\p{Ll}\p{Lo}\p{M})”’])(?=\p{Lu}\p{Ll}|[$€£¥]\s?\p{Nd}|\p{Nd})|(?<=\p{Nd}[%)]?)(?=\p{Lu}\p{Ll})/gu

/**
 * A row that lacks cells is divided like the columns of its table: merged cells, whose tags or marks are lost, are cut
 * where the parts resemble the cells above and below, and a lost empty cell is restored. If too few rows are complete,
 * they are cut where a word or number begins inside another, if there are exactly as many such places as missing cells.
 *
 * @example
 *   ```html
 *   <table><tbody><tr><td>Year</td><td>Ships</td><td>Tons</td></tr><tr><td>2002</td><td>16,306</td><td>25,603</td></tr><tr><td>2003</td><td>15,904</td><td>23,663</td></tr><tr><td>2004</td><td>14,64420,488</td></tr></tbody></table>
 *   ```
 *   becomes
 *   ```html
 *   <table><tbody><tr><td>Year</td><td>Ships</td><td>Tons</td></tr><tr><td>2002</td><td>16,306</td><td>25,603</td></tr><tr><td>2003</td><td>15,904</td><td>23,663</td></tr><tr><td>2004</td><td>14,644</td><td>20,488</td></tr></tbody></table>
 *   ```
 * @example
 *   ```html
 *   <table><tbody><tr><td>Close at 11</td><td>Residents</td><td>Owners</td></tr><tr><td>Quiet zones</td><td>BothNobody</td></tr></tbody></table>
 *   ```
 *   becomes
 *   ```html
 *   <table><tbody><tr><td>Close at 11</td><td>Residents</td><td>Owners</td></tr><tr><td>Quiet zones</td><td>Both</td><td>Nobody</td></tr></tbody></table>
 *   ```
 */
export function splitCells(tree: Root, report: Report): void {
  const stack: (Root | Node)[] = [tree]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!('children' in node)) continue
    if (isTag(node, 'table')) mend(node, report)
    for (const child of node.children) stack.push(child)
  }
}

function mend(table: Element, report: Report): void {
  const rows = rowsOf(table)
  const widths = rows.map((row) => cellsOf(row).length)
  const width = common(widths)
  if (rows.some((row) => cellsOf(row).some((cell) => cell.properties.colSpan || cell.properties.rowSpan)))
    return
  const whole = rows.filter((_, index) => widths[index] === width).map((row) => cellsOf(row).map(plainText))
  const columns = whole.length >= MIN_WHOLE_ROWS ? columnsOf(whole, width) : undefined
  rows.forEach((row, index) => {
    const cells = cellsOf(row)
    const lacking = width - cells.length
    if (lacking <= 0 || cells.length === 0) return
    // The cells below a label do not show what it looks like.
    const aligned = columns && index > 0 && lacking <= MAX_LACKING ? divided(cells, columns) : undefined
    const children = aligned ?? atJoints(cells, lacking)
    if (!children) return
    row.children = children
    report({
      code: 'table-row-rebuilt',
      message: 'Cells that had run together were split to fit the columns of the table.',
      ranges: sourceOf(row).length > 0 ? stretchOf(row) : [],
      weight: 'doubtful',
    })
  })
}

/** Minimum number of complete rows that define the columns, including the header. */
const MIN_WHOLE_ROWS = 3
/** Maximum number of missing cells in a row that is divided by fit. */
const MAX_LACKING = 3
/** Minimum gain in log-likelihood over padding the row at its end, with a cut and without. */
const MIN_GAIN = {cut: 1, moved: 5}

/** Model the columns; the header counts only if there is hardly another row. */
function columnsOf(rows: readonly string[][], width: number): Column[] {
  const body = rows.length > MIN_WHOLE_ROWS ? rows.slice(1) : rows
  return Array.from({length: width}, (_, at) => columnOf(body.map((cells) => cells[at] ?? '')))
}

/** Divide the cells of a row by their best fit to the columns. */
function divided(cells: readonly Element[], columns: readonly Column[]): Element[] | undefined {
  const division = divideRow(cells.map(rawText), columns)
  if (!division) return undefined
  const joints = cells.map((_, index) =>
    division.parts.flatMap((part) =>
      part !== 'empty' && part.cell === index && part.from > 0 ? [part.from] : [],
    ),
  )
  const isCut = joints.some(({length}) => length > 0)
  if (division.gain < (isCut ? MIN_GAIN.cut : MIN_GAIN.moved)) return undefined
  const pieces = cells.flatMap((cell, index) => cut(cell, joints[index] ?? []))
  return division.parts.map((part) =>
    part === 'empty' ? element(cells[0]?.tagName ?? 'td', []) : (pieces.shift() as Element),
  )
}

/** Cut the cells of a row at every visible joint, if there are exactly as many as missing cells. */
function atJoints(cells: readonly Element[], lacking: number): Element[] | undefined {
  const joints = cells.map((cell) => jointsOf(rawText(cell)))
  if (joints.reduce((sum, list) => sum + list.length, 0) !== lacking) return undefined
  return cells.flatMap((cell, at) => cut(cell, joints[at] ?? []))
}

/** Find the width of most rows. */
function common(widths: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1)
  const [width, count] = [...counts].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0, 0]
  return count * 2 >= widths.length ? width : 0
}

function jointsOf(text: string): number[] {
  return [...text.matchAll(JOINT)].map(({index}) => index).filter((at) => !hasInnerCapital(text, at))
}

function cut(cell: Element, joints: readonly number[]): Element[] {
  const cells: Element[] = []
  let rest: Node[] = cell.children
  let from = 0
  for (const joint of joints) {
    const [left, right] = cutAt(rest, joint - from)
    cells.push(element(cell.tagName, trimNodes(left)))
    rest = right
    from = joint
  }
  return joints.length === 0 ? [cell] : [...cells, element(cell.tagName, trimNodes(rest))]
}

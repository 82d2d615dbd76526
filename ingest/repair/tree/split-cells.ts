import type {Element, Root} from 'hast'
import type {Report} from '../../findings/report.ts'
import {cutAt, trimNodes} from './cut.ts'
import {isGluedName} from './glue.ts'
import {element, isTag, type Node, rawText, sourceOf, stretchOf} from './nodes.ts'
import {cellsOf, rowsOf} from './table-parts.ts'

/** Where two cells may have run into each other: a small letter or a digit, then a capital, a digit or a sum. */
const JOINT =
  /(?<=[\p{Ll}\p{Lo}\p{M})”’])(?=\p{Lu}\p{Ll}|[$€£¥]\s?\p{Nd}|\p{Nd})|(?<=\p{Nd}[%)]?)(?=\p{Lu}\p{Ll})/gu

/**
 * Cells that ran into each other where the tags or marks between them are lost: in a row that lacks cells, with just as many
 * places at which a word or a figure begins in the middle of another.
 *
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
  rows.forEach((row, index) => {
    const lacking = width - (widths[index] ?? width)
    if (lacking <= 0) return
    const joints = cellsOf(row).map((cell) => jointsOf(rawText(cell)))
    if (joints.reduce((sum, list) => sum + list.length, 0) !== lacking) return
    row.children = cellsOf(row).flatMap((cell, at) => cut(cell, joints[at] ?? []))
    report({
      code: 'table-row-rebuilt',
      message: 'Cells that had run into each other were taken apart, to the width of the table.',
      ranges: sourceOf(row).length > 0 ? stretchOf(row) : [],
      doubtful: true,
    })
  })
}

/** The width that most rows have, if most have one. */
function common(widths: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1)
  const [width, count] = [...counts].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0, 0]
  return count * 2 >= widths.length ? width : 0
}

function jointsOf(text: string): number[] {
  return [...text.matchAll(JOINT)].map(({index}) => index).filter((at) => !isGluedName(text, at))
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

import type {Element, Root, Text} from 'hast'
import type {Report} from '../../../../findings/report.ts'
import {tracedTextOf} from '../../../../trace/attach.ts'
import {slice} from '../../../../trace/traced-text.ts'
import {trimNodes} from '../../lib/cut.ts'
import {
  element,
  isBlank,
  isElement,
  isFlow,
  isTag,
  type Node,
  plainText,
  stretchOf,
  textNode,
} from '../../lib/nodes.ts'
import {cellsOf, rowsOf} from '../../lib/table-parts.ts'

interface Piece {
  start: number
  node: Node
}

/**
 * Text in a table row but in no cell, since the start tag of a cell is missing: a parser moves it before the table and
 * joins it. By its place in the source it is put back into its row, as a cell.
 *
 * @example
 *   ```html
 *   <table><tbody><tr>2008</td><td>4</td></tr><tr><td>2009</td><td>5</td></tr></tbody></table>
 *   ```
 *   becomes
 *   ```html
 *   <table><tbody><tr><td>2008</td><td>4</td></tr><tr><td>2009</td><td>5</td></tr></tbody></table>
 *   ```
 */
export function restoreCells(tree: Root, report: Report): void {
  const stack: (Root | Node)[] = [tree]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!('children' in node)) continue
    for (const child of node.children) stack.push(child)
    if (node.children.some((child) => isTag(child, 'table'))) restoreIn(node as {children: Node[]}, report)
  }
}

function restoreIn(parent: {children: Node[]}, report: Report): void {
  const result: Node[] = []
  for (const child of parent.children) {
    const start = child.position?.start.offset
    if (isTag(child, 'table') && start !== undefined) {
      const pieces: Piece[] = []
      const before: Node[] = []
      for (let last = result.at(-1); last && reaches(last, start); last = result.at(-1)) {
        result.pop()
        const split = splitAt(last, start)
        for (const part of split.before.toReversed()) before.push(part)
        for (const piece of split.inside.toReversed()) pieces.push(piece)
      }
      const left = pieces.length > 0 ? putBack(child, pieces.toReversed(), report) : []
      for (const part of [...before.toReversed(), ...left]) result.push(part)
    }
    result.push(child)
  }
  parent.children = result
}

/** Whether phrasing before a table comes after the table’s start in the source. */
function reaches(node: Node, start: number): boolean {
  if (isFlow(node)) return false
  if (node.type === 'text') return tracedTextOf(node).origin.some((run) => run.start >= start)
  return (node.position?.start.offset ?? -1) >= start
}

/** Cut a text that a parser joined where its source is not contiguous. */
function splitAt(node: Node, start: number): {before: Node[]; inside: Piece[]} {
  if (node.type !== 'text') return {before: [], inside: [{start: node.position?.start.offset ?? start, node}]}
  const text: Text = node
  const traced = tracedTextOf(text)
  const before: Node[] = []
  const inside: Piece[] = []
  let at = 0
  let from = 0
  let end = traced.origin[0]?.start ?? 0
  let begin = end
  const close = (to: number): void => {
    if (to === from) return
    const part = textNode(slice(traced, from, to), text)
    if (begin < start) before.push(part)
    else inside.push({start: begin, node: part})
  }
  for (const run of traced.origin) {
    if (run.start > end) {
      close(at)
      from = at
      begin = run.start
    }
    at += run.length
    end = Math.max(end, run.end)
  }
  close(traced.value.length)
  return {before, inside}
}

/** Put pieces back into their rows; returns those outside any row. */
function putBack(table: Element, pieces: readonly Piece[], report: Report): Node[] {
  const rows = rowsOf(table)
  const width = rows.reduce((most, row) => Math.max(most, cellsOf(row).length), 0)
  const left: Node[] = []
  const restored: Node[] = []
  for (const {start, node} of pieces) {
    if (isBlank(node)) continue
    const row = rowFor(rows, start, width)
    if (!row || plainText(node) === '') {
      left.push(node)
      continue
    }
    const cells = row.children.filter((child) => isElement(child))
    const next = cells.find((cell) => (cell.position?.start.offset ?? 0) > start)
    const tag = cells.length > 0 && cells.every((cell) => cell.tagName === 'th') ? 'th' : 'td'
    const cell = element(tag, trimNodes([node]))
    row.children.splice(next ? row.children.indexOf(next) : row.children.length, 0, cell)
    restored.push(cell)
  }
  if (restored.length > 0) {
    report({
      code: 'table-row-rebuilt',
      message: `Text outside the cells of a table row became ${restored.length === 1 ? 'a cell' : `${restored.length} cells`}.`,
      ranges: restored.flatMap((cell) => stretchOf(cell)),
    })
  }
  return left
}

/** Find the row around an offset; between two rows, the one that lacks a cell. */
function rowFor(rows: readonly Element[], start: number, width: number): Element | undefined {
  // Rows are in source order: binary search for the first one that begins after the offset.
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((rows[middle]?.position?.start.offset ?? 0) <= start) low = middle + 1
    else high = middle
  }
  const [before, after] = [rows[low - 1], rows[low]]
  if (before && (before.position?.end.offset ?? 0) > start) return before
  return [before, after].find((row) => row && cellsOf(row).length < width)
}

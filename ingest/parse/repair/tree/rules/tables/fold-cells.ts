import type {Element, Root} from 'hast'
import type {Report} from '../../../../findings/report.ts'
import {endsLeadIn, endsSentence} from '../../../../sentence.ts'
import {type CellClass, cellClass, columnsIn, type Grid} from '../../lib/cell-shapes.ts'
import {mapFlows} from '../../lib/flows.ts'
import {listMark} from '../../lib/line-marks.ts'
import {plainLine} from '../../lib/line-text.ts'
import {element, firstOffset, hasEmbedded, isBlank, isTag, type Node, stretchOf} from '../../lib/nodes.ts'
import {wordsIn} from '../../lib/prose.ts'

/** Maximum length of a recognized cell, in UTF-16 units and in words. */
const MAX_CELL_LENGTH = 48
const MAX_CELL_WORDS = 6
/** Minimum number of cells that show a period. */
const MIN_CELLS = 8

interface Cell {
  node: Element
  text: string
  shape: CellClass
}

/**
 * A table that was written out one cell per line, its header first, becomes a table again. It shows by its period:
 * below a row of words, numbers repeat in the same columns. Short lines without such a period stay.
 *
 * @example
 *   ```html
 *   <p>Team</p><p>Won</p><p>Lost</p>
 *   <p>Harbour</p><p>12</p><p>3</p>
 *   <p>Mill Lane</p><p>10</p><p>5</p>
 *   <p>Old Town</p><p>9</p><p>6</p>
 *   ```
 *   becomes
 *   ```html
 *   <table><thead><tr><th>Team</th><th>Won</th><th>Lost</th></tr></thead><tbody><tr><td>Harbour</td><td>12</td><td>3</td></tr><tr><td>Mill Lane</td><td>10</td><td>5</td></tr><tr><td>Old Town</td><td>9</td><td>6</td></tr></tbody></table>
 *   ```
 */
export function foldCells(tree: Root, report: Report): void {
  mapFlows(tree, (siblings) => {
    // A cell contains no cells.
    if (siblings.length < MIN_CELLS) return siblings
    const cells = siblings.map(cellOf)
    const result: Node[] = []
    let folded = false
    for (let index = 0; index < siblings.length; ) {
      const run: Cell[] = []
      let end = index
      for (; end < siblings.length; end++) {
        const cell = cells[end]
        if (cell) run.push(cell)
        else if (!isBlank(siblings[end] as Node)) break
      }
      const grid = run.length >= MIN_CELLS ? columnsIn(run.map(({shape}) => shape)) : undefined
      if (grid) {
        for (const {node} of run.slice(0, grid.from)) result.push(node)
        result.push(tableOf(run, grid, report))
        for (const {node} of run.slice(grid.from + grid.columns * grid.rows)) result.push(node)
        folded = true
        index = end
        continue
      }
      // No run that begins before the end of this one is longer.
      const next = Math.max(end, index + 1)
      for (const node of siblings.slice(index, next)) result.push(node)
      index = next
    }
    return folded ? result : siblings
  })
}

function cellOf(node: Node): Cell | undefined {
  if (!isTag(node, 'p')) return undefined
  const text = plainLine(node)
  if (text.length > MAX_CELL_LENGTH || text === '') return undefined
  if (hasEmbedded(node) || firstOffset(node) === undefined) return undefined
  const shape = cellClass(text)
  if (shape === 'number') return {node, text, shape}
  const isLine =
    endsSentence(text) ||
    endsLeadIn(text) ||
    /[,;]$/.test(text) ||
    listMark(text) ||
    wordsIn(text).length > MAX_CELL_WORDS
  return isLine ? undefined : {node, text, shape}
}

function tableOf(run: readonly Cell[], {from, columns, rows}: Grid, report: Report): Element {
  const cells = run.slice(from, from + columns * rows)
  const row = (index: number, tag: string): Element =>
    element(
      'tr',
      cells.slice(index * columns, (index + 1) * columns).map(({node}) => element(tag, node.children)),
    )
  const body = Array.from({length: rows - 1}, (_, index) => row(index + 1, 'td'))
  report({
    code: 'table-rebuilt',
    message: `${cells.length} short lines, with numbers at regular places, became a table of ${rows} rows.`,
    ranges: stretchOf(cells.map(({node}) => node)),
    weight: 'doubtful',
  })
  return element('table', [element('thead', [row(0, 'th')]), element('tbody', body)])
}

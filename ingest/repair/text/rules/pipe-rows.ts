/**
 * Rests of table tags in lines of piped cells: a joint of cells becomes a pipe, a joint of rows a line break, and what
 * follows the end of the table leaves the row.
 *
 * @example
 *   in: Land | Chance |\nPeru</td><td> High</td></tr> </tbody> </table> What follows. |
 *   out: Land | Chance |\nPeru | High |\nWhat follows.
 * @example
 *   in: Chad | Low </tr> |\nNext | line
 *   out: Chad | Low |\nNext | line
 * @example
 *   in: Peru | High | 3 |\nMali</td><td></td><td>4 |\nChad | Low | 5 |
 *   out: Peru | High | 3 |\nMali | | 4 |\nChad | Low | 5 |
 * @example
 *   in: <table><tr><td>a | b</td></tr></table>
 *   out: <table><tr><td>a | b</td></tr></table>
 */
import type {Edit} from '../../../trace/traced-text.ts'
import {sourceRange} from '../../../trace/traced-text.ts'
import {structureOf} from '../markup/structure.ts'
import {type Token, tokens} from '../markup/tokens.ts'
import {apply, type TextRule} from '../rule.ts'
import {modesOf} from './line-blocks/kinds.ts'
import {segmentsOf} from './line-blocks/segments.ts'
import {
  boundariesOf,
  type Cluster,
  clustersOf,
  endsTable,
  hasRow,
  isPiped,
  namesOf,
} from './pipe-rows/clusters.ts'
import {tableWidths, type Width} from './pipe-rows/widths.ts'

export const pipeRows: TextRule = (text, report) => {
  const {value} = text
  if (!value.includes('|') || !/<\/?t(?:able|body|head|r|d|h)[\s>]/i.test(value)) return text
  const list = tokens(text)
  if (structureOf(text) !== 'lines') return text
  if (modesOf(list, segmentsOf(list, value), value).tables) return text
  const lines = linesOf(list).map((line) => rowLine(line, value))
  const widths = tableWidths(lines.map((line) => widthOf(line, value)))
  const edits: Edit[] = []
  lines.forEach((line, index) => {
    const {clusters, start, end: lineEnd} = line
    if (clusters.length === 0 || !line.hasText) return
    // An empty cell is believed as long as the row does not outgrow its table.
    const empty = widestOf(line, value, true) <= (widths[index] ?? 0)
    const from = edits.length
    let tail: number | undefined
    let joints = 0
    for (const cluster of clusters) {
      const {put, joint} = replacement(cluster, line, joints > 0, empty)
      if (joint) joints++
      edits.push({start: cluster.start, end: cluster.end, value: put})
      const [name] = namesOf(cluster)
      report({
        code: 'tag-debris-dropped',
        message: 'Rests of table tags were removed from a row.',
        ranges: [sourceRange(text, cluster.first, cluster.last)],
        data: {tag: name?.replace('/', ''), closing: name?.startsWith('/')},
      })
      if (endsTable(cluster) && cluster.end < lineEnd) tail = cluster.end
    }
    const place = (from: number, to: number) => [sourceRange(text, from, to)]
    if (joints > 0) {
      report({
        code: 'table-row-rebuilt',
        message: 'A row whose cells were parted by broken tags was rebuilt.',
        ranges: place(start, tail ?? lineEnd),
      })
    }
    if (tail !== undefined) {
      const end = closingMark(value, tail, lineEnd)
      if (end < lineEnd && edits.length > from) edits.push({start: end, end: lineEnd, value: ''})
      report({
        code: 'table-tail-moved-out',
        message: 'Text after the end of a table stood in its last cell; it follows the table now.',
        ranges: place(tail, lineEnd),
      })
    }
  })
  return apply(text, edits)
}

interface RowLine {
  start: number
  end: number
  hasText: boolean
  clusters: Cluster[]
}

function rowLine(line: readonly Token[], value: string): RowLine {
  return {
    start: line[0]?.start ?? 0,
    end: line.at(-1)?.end ?? 0,
    hasText: line.some((token) => token.type === 'text'),
    clusters: clustersOf(line, value),
  }
}

/** What a cluster becomes: a joint of cells a pipe, a joint of rows a line break; with `empty`, its empty cells too. */
function replacement(
  cluster: Cluster,
  {start, end}: RowLine,
  joined: boolean,
  empty: boolean,
): {put: string; joint: boolean} {
  const [first, last] = [cluster.start <= start, cluster.end >= end]
  const ends = endsTable(cluster)
  const {before, after} = boundariesOf(cluster, last)
  const pipes = (count: number): string => ' |'.repeat(empty ? Math.max(0, count) : 0)
  // Of the cells that begin where a row does, the last one has text.
  if (first) return {put: pipes((hasRow(cluster) ? after : before) - 1).trimStart(), joint: false}
  const rowEnd = isPiped(cluster) || joined ? ' |' : ''
  if (ends || (hasRow(cluster) && !last))
    return {put: `${pipes(before)}${ends ? ' |' : rowEnd}\n${pipes(after - 1).trimStart()}`, joint: false}
  if (last) return {put: `${pipes(before)}${rowEnd}`, joint: false}
  return {put: `${empty ? pipes(Math.max(1, before)) : ' |'} `, joint: true}
}

/** Least and greatest width of a line of cells that its rests of tags allow; none of a rule, which is no row. */
function widthOf(line: RowLine, value: string): Width | undefined {
  if (!line.hasText) return undefined
  const text = value.slice(line.start, line.end)
  if (line.clusters.length === 0) {
    if (!text.includes('|')) return undefined
    const width = /^[\s|:-]+$/.test(text) ? 0 : cellsIn(text)
    return {least: width, most: width}
  }
  return {least: widestOf(line, value, false), most: widestOf(line, value, true)}
}

/** Cells of the widest row that a line becomes. */
function widestOf(line: RowLine, value: string, empty: boolean): number {
  let row = ''
  let at = line.start
  let joined = false
  for (const cluster of line.clusters) {
    const {put, joint} = replacement(cluster, line, joined, empty)
    joined ||= joint
    row += value.slice(at, cluster.start) + put
    at = Math.max(at, cluster.end)
    // What follows the end of a table is no row.
    if (endsTable(cluster)) at = line.end
  }
  const rows = `${row}${value.slice(at, line.end)}`.split('\n')
  return rows.reduce((most, one) => Math.max(most, cellsIn(one)), 0)
}

/** Cells of a row; a mark at its end closes it, one at its start follows an empty cell. */
const cellsIn = (row: string): number => row.trimEnd().replace(/\|$/, '').split('|').length

/** Where the column mark that ends a stretch begins, with the spaces round it; its end where none does. */
function closingMark(value: string, start: number, end: number): number {
  const mark = value.slice(start, end).search(/\|[ \t]*$/)
  if (mark < 0) return end
  let at = start + mark
  while (at > start && ' \t'.includes(value.charAt(at - 1))) at--
  return at
}

function linesOf(list: readonly Token[]): Token[][] {
  const lines: Token[][] = [[]]
  for (const token of list) {
    if (token.type === 'newline') lines.push([])
    else lines.at(-1)?.push(token)
  }
  return lines
}

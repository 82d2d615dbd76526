/** Lines of piped cells with remnants of table tags: what replaces the remnants, and how wide the rows are. */
import type {TracedText} from '../../../../../trace/traced-text.ts'
import {structureOf} from '../../../markup/structure.ts'
import {type Token, tokenLines, tokensOf} from '../../../markup/tokens.ts'
import {modesOf} from '../line-blocks/kinds.ts'
import {segmentsOf} from '../line-blocks/segments.ts'
import {boundariesOf, type Cluster, clustersOf, endsTable, hasRow, isPiped} from './clusters.ts'
import {tableWidths, type Width} from './widths.ts'

/** A line of cells, with the remnants of tags in it. */
export interface RowLine {
  start: number
  end: number
  hasText: boolean
  clusters: Cluster[]
}

/**
 * Read the lines of a text as rows, and for each the most likely width of its table; 0 outside any. Returns undefined
 * if tags separate the blocks, or tables consist of tags rather than pipes.
 */
export function rowLines(text: TracedText): {lines: RowLine[]; widths: number[]} | undefined {
  const {value} = text
  if (!value.includes('|') || !/<\/?t(?:able|body|head|r|d|h)[\s>]/i.test(value)) return undefined
  if (structureOf(text) !== 'lines') return undefined
  const list = tokensOf(text)
  if (modesOf(list, segmentsOf(list, value), value).tables) return undefined
  const lines = tokenLines(list).map((line) => rowLine(line, value))
  return {lines, widths: tableWidths(lines.map((line) => widthOf(line, value)))}
}

function rowLine(line: readonly Token[], value: string): RowLine {
  return {
    start: line[0]?.start ?? 0,
    end: line.at(-1)?.end ?? 0,
    hasText: line.some((token) => token.type === 'text'),
    clusters: clustersOf(line, value),
  }
}

/**
 * Find the replacement of a cluster: a pipe between cells, a line break between rows; with `empty`, its empty cells
 * too.
 */
export function replacement(
  cluster: Cluster,
  {start, end}: RowLine,
  joined: boolean,
  empty: boolean,
): {put: string; joint: boolean} {
  const [first, last] = [cluster.start <= start, cluster.end >= end]
  const ends = endsTable(cluster)
  const {before, after} = boundariesOf(cluster, last)
  const pipes = (count: number): string => ' |'.repeat(empty ? Math.max(0, count) : 0)
  // Of the cells at the beginning of a row, the last one has text.
  if (first) return {put: pipes((hasRow(cluster) ? after : before) - 1).trimStart(), joint: false}
  const rowEnd = isPiped(cluster) || joined ? ' |' : ''
  if (ends || (hasRow(cluster) && !last))
    return {put: `${pipes(before)}${ends ? ' |' : rowEnd}\n${pipes(after - 1).trimStart()}`, joint: false}
  if (last) return {put: `${pipes(before)}${rowEnd}`, joint: false}
  return {put: `${empty ? pipes(Math.max(1, before)) : ' |'} `, joint: true}
}

/** Minimum and maximum width of a line of cells, given its remnants; undefined for a rule, which is not a row. */
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

/** Count the cells of the widest row that a line becomes. */
export function widestOf(line: RowLine, value: string, empty: boolean): number {
  let row = ''
  let at = line.start
  let joined = false
  for (const cluster of line.clusters) {
    const {put, joint} = replacement(cluster, line, joined, empty)
    joined ||= joint
    row += value.slice(at, cluster.start) + put
    at = Math.max(at, cluster.end)
    // Text after the end of a table is not part of a row.
    if (endsTable(cluster)) at = line.end
  }
  const rows = `${row}${value.slice(at, line.end)}`.split('\n')
  return rows.reduce((most, one) => Math.max(most, cellsIn(one)), 0)
}

/** Count the cells of a row; a mark at its end closes it, and one at its start follows an empty cell. */
const cellsIn = (row: string): number => row.trimEnd().replace(/\|$/, '').split('|').length

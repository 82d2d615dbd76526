/** Turns lines of text into a table, if a separator splits most of them into the same number of cells. */
import {tableOf} from './grid.ts'
import {cellOfBlocks, linesOf, textOfBlock, trimmedSlice} from './text.ts'
import type {CellBlock, NewKey, Table, TextBlock} from './types.ts'

/**
 * In order of reliability: characters that never occur in a sentence come first. Cells are trimmed afterwards, so a separator holds spaces
 * only where it needs them.
 */
const SEPARATORS: readonly RegExp[] = [/\t/g, /\|/g, /¦/g, /;\s*/g, / {2,}/g, /,\s+/g, /\s[–—-]\s/g, /:\s+/g]

/** The share of lines that a separator must split into the same number of cells. */
const MIN_SHARE = 0.6
const RULE = /^[\s|:+=_–—-]*$/

/**
 * A table with a row for each line of the blocks. Lines that the separator does not split become rows with one cell, and lines of dashes and
 * bars are dropped. Without a separator, every line is a row with one cell. The first row is a header row.
 */
export function linesToTable(blocks: readonly TextBlock[], newKey: NewKey): Table {
  const lines = blocks
    .flatMap((block) => linesOf(block, newKey))
    .filter((line) => !RULE.test(textOfBlock(line)))
  const separator = separatorOf(lines.map(textOfBlock))
  const rows = lines.map((line) =>
    cellsOf(line, separator, newKey).map((block) => cellOfBlocks([block], newKey)),
  )
  return tableOf(rows, rows.length > 1 ? 1 : 0, newKey)
}

function separatorOf(lines: readonly string[]): RegExp | undefined {
  return SEPARATORS.find((separator) => {
    const counts = lines.map((line) => splitLine(line, separator).length)
    const usual = mostFrequent(counts)
    return usual > 1 && counts.filter((count) => count === usual).length >= MIN_SHARE * lines.length
  })
}

function mostFrequent(counts: readonly number[]): number {
  const times = new Map<number, number>()
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1)
  return [...times].reduce((best, each) => (each[1] > best[1] ? each : best), [0, 0])[0]
}

/** The ranges between separators. A bar at the beginning or end of a line separates nothing. */
function splitLine(line: string, separator: RegExp): {start: number; end: number}[] {
  const parts: {start: number; end: number}[] = []
  const bars = separator.source.includes('\\|')
  const first = bars && /^\s*\|/.test(line) ? line.indexOf('|') + 1 : 0
  const last = bars && /\|\s*$/.test(line.slice(first)) ? line.lastIndexOf('|') : line.length
  let start = first
  for (const match of line.slice(0, last).matchAll(separator)) {
    if (match.index < first) continue
    parts.push({start, end: match.index})
    start = match.index + match[0].length
  }
  parts.push({start, end: last})
  return parts
}

function cellsOf(line: CellBlock, separator: RegExp | undefined, newKey: NewKey): CellBlock[] {
  const text = textOfBlock(line)
  const parts = separator ? splitLine(text, separator) : [{start: 0, end: text.length}]
  return parts.map(({start, end}) => trimmedSlice(line, start, end, newKey))
}

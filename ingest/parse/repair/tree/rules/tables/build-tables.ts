import type {Element, Root} from 'hast'
import type {Report} from '../../../../findings/report.ts'
import {boilerplateKind} from '../../lib/boilerplate.ts'
import {cutAt, trimNodes} from '../../lib/cut.ts'
import {mapFlows} from '../../lib/flows.ts'
import {isInferred} from '../../lib/inferred-paragraphs.ts'
import {columnsOf, isRuleRow, listMark} from '../../lib/line-marks.ts'
import {rawLine} from '../../lib/line-text.ts'
import {element, isTag, type Node, rawText, stretchOf} from '../../lib/nodes.ts'

interface Row {
  node: Element
  text: string
  columns: number
  rule: boolean
  /** Whether it has one cell and a column mark after it: a row only between two others. */
  weak: boolean
  /** Whether it reads as a line of the site, which may have column marks of its own. */
  site: boolean
}

/** Minimum number of columns at which neighbouring rows override the wording of a line. */
const MIN_SURE_COLUMNS = 3

/** Form of the column marks in one table. */
interface Form {
  separator: '|' | '\t'
  /** Whether rows begin with a mark. */
  lead: boolean
  /** Whether rows end with a mark. */
  trail: boolean
}

/**
 * Lines with column marks become a table: with or without outer pipes, with or without a rule under the header, or
 * separated by tabs.
 *
 * @example
 *   ```html
 *   <p>Land | Chance |</p>
 *   <p>---|---|</p>
 *   <p>Peru | High |</p>
 *   ```
 *   becomes
 *   ```html
 *   <table><thead><tr><th>Land</th><th>Chance</th></tr></thead><tbody><tr><td>Peru</td><td>High</td></tr></tbody></table>
 *   ```
 */
export function buildTables(tree: Root, report: Report): void {
  mapFlows(tree, (siblings) => {
    const rows = siblings.map(rowOf)
    if (!rows.some(Boolean)) return siblings
    const result: Node[] = []
    for (let index = 0; index < siblings.length; ) {
      const run = runAt(rows, index)
      if (isTable(run)) {
        result.push(tableOf(run, report))
        index += run.length
      } else {
        const count = Math.max(1, run.length)
        for (const node of siblings.slice(index, index + count)) result.push(node)
        index += count
      }
    }
    return result
  })
}

function rowOf(node: Node): Row | undefined {
  if (!isTag(node, 'p')) return undefined
  const text = rawLine(node)
  const rule = isRuleRow(text)
  const columns = rule ? 0 : columnsOf(text)
  const weak = !rule && (columns === 0 || (columns === 1 && !/^\s*\|/.test(text)))
  if (weak && !/\|\s*$/.test(text)) return undefined
  return {node, text, columns, rule, weak, site: !rule && boilerplateKind(text.trim()) !== undefined}
}

/** Collect the rows from an index that may be one table. */
function runAt(rows: readonly (Row | undefined)[], from: number): Row[] {
  const run: Row[] = []
  for (let row = rows[from]; row; row = rows[from + run.length]) {
    const next = rows[from + run.length + 1]
    if (row.weak && (run.length === 0 || !next || next.weak)) break
    if (row.site && !(next && !next.site && row.columns >= MIN_SURE_COLUMNS && isBeside(row, next))) break
    run.push(row)
  }
  // Rows above the underlined one belong to the table if they are equally wide, or have the same outer marks.
  const ruled = run.findIndex((row) => row.rule)
  const underlined = run[ruled - 1]
  const other = run
    .slice(0, Math.max(0, ruled))
    .findLastIndex((row) => underlined && row.columns !== underlined.columns && !isAlike(row, underlined))
  if (other >= 0) run.length = other + 1
  return run
}

/** Whether the row below shows that a line is a row too: a rule, or as many cells. */
const isBeside = (row: Row, next: Row): boolean => next.rule || next.columns === row.columns

/** Whether two rows both end with a column mark and are nearly as wide: a mark between two cells may be lost. */
const isAlike = (row: Row, other: Row): boolean =>
  isClosed(row) && isClosed(other) && Math.abs(row.columns - other.columns) * 2 <= other.columns

const isClosed = ({text}: Row): boolean => /\|\s*$/.test(text)

/**
 * Whether rows are a table: a rule shows it; otherwise equal widths do, or trailing column marks, if the lines are not
 * the author’s paragraphs. List items may contain marks.
 */
function isTable(run: readonly Row[]): boolean {
  const rows = run.filter((row) => !row.rule)
  if (rows.length === 0) return false
  if (run.some((row) => row.rule)) return rows.length > 1 || run.length > 1
  if (rows.length < 2 || !rows.every((row) => isInferred(row.node))) return false
  const closed = rows.every(isClosed)
  if (!closed && rows.every(({text}) => /bullet|dash/.test(listMark(text.slice(0, 80))?.kind ?? '')))
    return false
  const widths = rows.map((row) => row.columns)
  const counts = new Map<number, number>()
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1)
  const common = [...counts.values()].reduce((most, count) => Math.max(most, count), 0)
  if (closed && rows.length > 2) return true
  return common / widths.length >= 0.6 && (rows.length > 2 || common === rows.length)
}

function formOf(run: readonly Row[]): Form {
  const piped = run.filter((row) => row.text.includes('|'))
  const separator = piped.length * 2 >= run.length ? '|' : '\t'
  const rule = run.find((row) => row.rule)?.text.trim()
  const every = (test: RegExp): boolean =>
    rule ? test.test(rule) : piped.every((row) => test.test(row.text.trim()))
  return {separator, lead: separator === '|' && every(/^\|/), trail: separator === '|' && every(/\|$/)}
}

function tableOf(run: readonly Row[], report: Report): Element {
  const form = formOf(run)
  const ruled = run.findIndex((row) => row.rule)
  const rows = run.filter((row) => !row.rule)
  const cells = rows.map((row) => cellsOf(row.node.children, form))
  const width = cells.reduce((least, list) => Math.min(least, list.length), Number.POSITIVE_INFINITY)
  for (const list of cells) if (list.length > width && list.at(-1)?.length === 0) list.pop()
  // A rule makes the rows above it a header; without one, the first line most likely is.
  const headed = ruled > 0 || (ruled < 0 && rows.length > 1)
  const [first, ...rest] = cells
  const row = (list: Node[][], tag: string): Element =>
    element(
      'tr',
      list.map((cell) => element(tag, cell)),
    )
  const head = headed && first ? [element('thead', [row(first, 'th')])] : []
  const body = (headed ? rest : cells).map((list) => row(list, 'td'))
  const table = element('table', [...head, ...(body.length > 0 ? [element('tbody', body)] : [])])
  report({
    code: 'table-rebuilt',
    message: `${run.length} lines with column separators became a table of ${cells.length} rows.`,
    ranges: stretchOf(run.map(({node}) => node)),
    ...(ruled < 0 ? {weight: 'doubtful'} : {}),
  })
  return table
}

/** Cut phrasing content at its column marks. An escaped mark, `\|`, is text. */
function cellsOf(nodes: readonly Node[], form: Form): Node[][] {
  const cells: Node[][] = []
  let rest: Node[] = trimNodes(nodes)
  let text = rest.map((node) => rawText(node)).join('')
  if (form.lead && text.startsWith('|')) {
    rest = cutAt(rest, 1)[1]
    text = text.slice(1)
  }
  const mark = form.separator === '|' ? /(?<!\\)\|/ : /\t+/
  for (let match = mark.exec(text); match; match = mark.exec(text)) {
    const [left, right] = cutAt(rest, match.index)
    cells.push(trimNodes(left))
    rest = cutAt(right, match[0].length)[1]
    text = text.slice(match.index + match[0].length)
  }
  const last = trimNodes(rest)
  // A mark at the end closes the row; if rows do not end so, it precedes an empty last cell.
  if (last.length > 0 || !form.trail) cells.push(last)
  return cells
}

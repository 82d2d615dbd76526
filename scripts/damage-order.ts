/**
 * Measure the reading-order suggestion: cases of damage with known truth are scored as parsed, and again with the
 * suggestion applied.
 *
 * First by group of cases: all, and those with a suggestion. Then the cases where the damage leaves a trace: the
 * table's tail was displaced (without that operator the text differs), and the parse shows it, by text in the table's
 * last row (`swallowed`) or also by a dropped copy of a list's last item right before the table (`copied`). They are
 * counted for the preset `displaced`, which also moves random blocks without a trace, and for the same damage without
 * these moves (`tail only`). The oracle is the best order that results from moving one run of blocks from before the
 * table to anywhere after it.
 *
 * Usage: node scripts/damage-order.ts [--docs FILE] [--seeds N]. Needs ../shared beside the checkout.
 */
import {readFileSync} from 'node:fs'
import {parseScrape} from '../ingest/parse/parse.ts'
import {hulls} from '../ingest/parse/suggest/block-text.ts'
import type {ParseResult} from '../ingest/parse/types.ts'
import type {BodyBlock} from '../schemas/body.ts'
import {applyOperations} from '../schemas/operations/apply.ts'
import {ROOT, run} from './run.ts'

interface Case {
  id: string
  group: string
  body: string
  expected: unknown
}

interface Row {
  before: number
  after: number
  oracle: number
  suggested: boolean
}

const SHARED = `${ROOT}../shared/`
const GROUPS: ReadonlySet<string> = new Set(['displaced', 'seed', 'article', 'clean'])
/** The preset `displaced` without the random moves. */
const TAIL_ONLY = {tableTailDisplace: 1, mergeLists: 0.8, dupListItem: 0.3, dupBlock: 0.2}
const DISPLACED = {...TAIL_ONLY, moveBlock: 0.6}
/** How many blocks before the table the oracle tries as the start of the run, and how many places after it. */
const ORACLE = {before: 16, after: 8}

const {score} = (await import(`${SHARED}damage/score.mjs`)) as {
  score: (expected: unknown, got: unknown) => {blockF1Ordered: number}
}
const {articleBlocks} = (await import(`${SHARED}bench/portable-text.mjs`)) as {
  articleBlocks: (article: unknown) => unknown
}
const {corrupt} = (await import(`${SHARED}damage/corrupt.mjs`)) as {
  corrupt: (blocks: unknown, options: {seed: number; ops: Record<string, number>}) => string
}

function parse(body: string, origin: string): ParseResult {
  return parseScrape({bytes: Buffer.from(body), origin})
}

function scoreOf(expected: unknown, {article}: ParseResult, body: readonly BodyBlock[]): number {
  return score(expected, articleBlocks({...article, body})).blockF1Ordered
}

function measure(id: string, expected: unknown, parsed: ParseResult): Row {
  const orders = parsed.findings.filter(({code}) => code === 'reading-order')
  const {body} = parsed.article
  const applied = applyOperations(
    body,
    orders.flatMap(({suggestion}) => suggestion?.ops ?? []),
  )
  if (!('body' in applied))
    throw new Error(`${id}: a suggestion of order does not apply: ${JSON.stringify(applied)}`)
  const before = scoreOf(expected, parsed, body)
  const after = orders.length > 0 ? scoreOf(expected, parsed, applied.body) : before
  if (after < before) console.log(`worse: ${id} ${before} → ${after}`)
  return {before, after, oracle: Number.NaN, suggested: orders.length > 0}
}

/** The best score of moving one run of blocks from before the table at index `table` to after it. */
function oracleOf(expected: unknown, parsed: ParseResult, table: number): number {
  const {body} = parsed.article
  let best = scoreOf(expected, parsed, body)
  for (let start = Math.max(0, table - ORACLE.before); start < table; start++) {
    const moved = body.slice(start, table)
    for (let to = table; to < Math.min(body.length, table + ORACLE.after); to++) {
      const order = [...body.slice(0, start), ...body.slice(table, to + 1), ...moved, ...body.slice(to + 1)]
      best = Math.max(best, scoreOf(expected, parsed, order))
      if (best === 1) return best
    }
  }
  return best
}

/** Index of the table that is followed by blocks from the line of its last row; undefined if there is none. */
function swallowingTable({article: {body}, blockSources, source}: ParseResult): number | undefined {
  const places = hulls(blockSources)
  const index = body.findLastIndex((block, at) => {
    const [place, next] = [places.get(block._key), places.get(body[at + 1]?._key ?? '')]
    if (block._type !== 'table' || !place || !next || next.start < place.end) return false
    return !source.slice(place.end, next.start).includes('\n')
  })
  return index < 0 ? undefined : index
}

/** Whether a copy of a list item was dropped between the block before the table and the table. */
function hasCopyBefore({article: {body}, blockSources, findings}: ParseResult, table: number): boolean {
  const places = hulls(blockSources)
  const from = places.get(body[table - 1]?._key ?? '')?.end ?? 0
  const to = places.get(body[table]?._key ?? '')?.start ?? 0
  return findings.some(
    ({code, ranges: [range]}) =>
      code === 'duplicate-dropped' && range && range.start >= from && range.end <= to,
  )
}

const mean = (rows: readonly Row[], key: 'before' | 'after' | 'oracle'): string =>
  rows.length === 0 ? '–' : (rows.reduce((sum, row) => sum + row[key], 0) / rows.length).toFixed(4)

const line = (name: string, cells: readonly (string | number)[]): void =>
  console.log([name.padEnd(22), ...cells.map((cell) => String(cell).padStart(9))].join(' '))

let failed = 0

async function byGroup(options: readonly string[]): Promise<void> {
  const {output} = await run(process.execPath, [`${SHARED}damage/cases.mjs`, ...options])
  const groups = new Map<string, Row[]>()
  for (const row of output.split('\n').filter(Boolean)) {
    const {id, group, body, expected} = JSON.parse(row) as Case
    if (!GROUPS.has(group)) continue
    const rows = groups.get(group) ?? []
    groups.set(group, rows)
    rows.push(measure(id, expected, parse(body, id)))
  }
  line('group', ['cases', 'before', 'after', 'suggested', 'before', 'after'])
  for (const [group, rows] of groups) {
    const suggested = rows.filter((row) => row.suggested)
    const cells = [rows.length, mean(rows, 'before'), mean(rows, 'after'), suggested.length]
    line(group, [...cells, mean(suggested, 'before'), mean(suggested, 'after')])
    // There must be no suggestion on clean text, and suggestions must improve the score on average.
    if (group === 'clean' && suggested.length > 0) failed++
    if (suggested.length > 0 && Number(mean(suggested, 'after')) <= Number(mean(suggested, 'before')))
      failed++
  }
}

function byTrace(
  name: string,
  ops: Record<string, number>,
  docs: Record<string, unknown>,
  seeds: number,
): void {
  const rows = {swallowed: [] as Row[], copied: [] as Row[]}
  for (const [doc, expected] of Object.entries(docs)) {
    for (let seed = 1; seed <= seeds; seed++) {
      const body = corrupt(expected, {seed, ops})
      if (body === corrupt(expected, {seed, ops: {...ops, tableTailDisplace: 0}})) continue
      const id = `${name}/${doc}/${seed}`
      const parsed = parse(body, id)
      const table = swallowingTable(parsed)
      if (table === undefined) continue
      const row = {...measure(id, expected, parsed), oracle: oracleOf(expected, parsed, table)}
      rows.swallowed.push(row)
      if (hasCopyBefore(parsed, table)) rows.copied.push(row)
    }
  }
  for (const [trace, found] of Object.entries(rows))
    line(`${name}, ${trace}`, [
      found.length,
      mean(found, 'before'),
      mean(found, 'after'),
      found.filter(({suggested}) => suggested).length,
      mean(found, 'oracle'),
    ])
}

const option = (name: string, fallback: string): string => {
  const at = process.argv.indexOf(`--${name}`)
  return (at < 0 ? undefined : process.argv[at + 1]) ?? fallback
}

await byGroup(process.argv.slice(2))
const docs = JSON.parse(readFileSync(option('docs', `${SHARED}damage/docs.json`), 'utf8')) as Record<
  string,
  unknown
>
console.log('')
line('trace', ['cases', 'before', 'after', 'suggested', 'oracle'])
for (const [name, ops] of Object.entries({displaced: DISPLACED, 'tail only': TAIL_ONLY}))
  byTrace(name, ops, docs, Number(option('seeds', '2')))
console.log(`${failed === 0 ? 1 : 0} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1

/**
 * What the reading-order suggestion is worth: cases of damage with known truth are scored as parsed, and again with the
 * suggestion applied as an editor would. Printed per group: all cases, and those where a suggestion was made.
 * Usage: node scripts/damage-order.ts [--docs FILE] [--seeds N]. Needs ../shared beside the checkout.
 */
import {parseScrape} from '../ingest/parse.ts'
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
  suggested: boolean
}

const SHARED = `${ROOT}../shared/`
const GROUPS: ReadonlySet<string> = new Set(['displaced', 'seed', 'article', 'clean'])
const {score} = (await import(`${SHARED}damage/score.mjs`)) as {
  score: (expected: unknown, got: unknown) => {blockF1Ordered: number}
}
const {articleBlocks} = (await import(`${SHARED}bench/portable-text.mjs`)) as {
  articleBlocks: (article: unknown) => unknown
}

const {output} = await run(process.execPath, [`${SHARED}damage/cases.mjs`, ...process.argv.slice(2)])
const groups = new Map<string, Row[]>()
for (const line of output.split('\n').filter(Boolean)) {
  const {id, group, body, expected} = JSON.parse(line) as Case
  if (!GROUPS.has(group)) continue
  const {article, findings} = parseScrape({bytes: Buffer.from(body), origin: id})
  const orders = findings.filter(({code}) => code === 'reading-order')
  const applied = applyOperations(
    article.body,
    orders.flatMap(({suggestion}) => suggestion?.ops ?? []),
  )
  if (!('body' in applied))
    throw new Error(`${id}: a suggestion of order does not apply: ${JSON.stringify(applied)}`)
  const before = score(expected, articleBlocks(article)).blockF1Ordered
  const after = score(expected, articleBlocks({...article, body: applied.body})).blockF1Ordered
  if (after < before) console.log(`worse: ${id} ${before} → ${after}`)
  const rows = groups.get(group) ?? []
  rows.push({before, after, suggested: orders.length > 0})
  groups.set(group, rows)
}

const mean = (rows: readonly Row[], key: 'before' | 'after'): string =>
  rows.length === 0 ? '–' : (rows.reduce((sum, row) => sum + row[key], 0) / rows.length).toFixed(4)

let failed = 0
console.log('group        cases   before    after   suggested   before    after')
for (const [group, rows] of groups) {
  const suggested = rows.filter((row) => row.suggested)
  const cells = [rows.length, mean(rows, 'before'), mean(rows, 'after'), suggested.length]
  const more = [mean(suggested, 'before'), mean(suggested, 'after')]
  console.log([group.padEnd(11), ...[...cells, ...more].map((cell) => String(cell).padStart(8))].join(' '))
  // A suggestion must never be made on clean text, and must on the whole be for the better.
  if (group === 'clean' && suggested.length > 0) failed++
  if (suggested.length > 0 && Number(mean(suggested, 'after')) < Number(mean(suggested, 'before'))) failed++
}
console.log(`${failed === 0 ? 1 : 0} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1

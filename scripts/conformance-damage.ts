/**
 * Damage with known truth, from ../shared/damage: the seed article must come out exactly; the means of every other group are
 * printed, and held above the floors below, so that no change gives up what an earlier one reached.
 * Needs ../shared beside the checkout. The last line is `N passed, N failed`.
 */
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {ROOT, run} from './run.ts'

/** Least mean blockF1 a group of cases may have, so that no change gives up what an earlier one reached. */
const FLOORS: Readonly<Record<string, number>> = {
  article: 1,
  clean: 1,
  wild: 0.92,
  seed: 0.92,
  displaced: 0.99,
  feed: 0.98,
  wordpress: 0.96,
  office: 0.98,
  machineTranslated: 0.99,
  encoding: 0.98,
  plaintext: 0.92,
  brokenTags: 0.92,
  'mixed-0.3': 0.96,
  'mixed-0.6': 0.93,
  'mixed-1': 0.9,
}

interface Score {
  blockF1: number
  blockF1Ordered: number
  exactRate: number
  headingLevelAcc: number | null
  tableCellF1: number | null
  leadF1: number | null
  junkRate: number
  duplicateRate: number
}

const SHARED = `${ROOT}../shared/`
let passed = 0
let failed = 0
const check = (name: string, ok: boolean): void => {
  if (ok) passed++
  else failed++
  console.log(`${ok ? '✓' : '✗'} ${name}`)
}

const folder = mkdtempSync(join(tmpdir(), 'copydesk-damage-'))
try {
  const {score} = (await import(`${SHARED}damage/score.mjs`)) as {
    score: (expected: unknown, got: unknown) => Score
  }
  const {articleBlocks} = (await import(`${SHARED}bench/portable-text.mjs`)) as {
    articleBlocks: (article: unknown) => unknown
  }

  const copydesk = ['--disable-warning=ExperimentalWarning', 'app/copydesk.ts']
  const {output: cases} = await run(process.execPath, [`${SHARED}damage/cases.mjs`])
  const casesFile = join(folder, 'cases.ndjson')
  writeFileSync(casesFile, cases)
  const parsed = await run(process.execPath, [...copydesk, 'parse', '--ndjson'], {input: cases})
  check('copydesk parse --ndjson exits with 0', parsed.status === 0)
  const gotFile = join(folder, 'got.ndjson')
  const rows = parsed.output.split('\n').filter((line) => line.startsWith('{'))
  writeFileSync(gotFile, `${rows.join('\n')}\n`)
  check('every case has its row', rows.length === cases.trimEnd().split('\n').length)

  const truth = JSON.parse(readFileSync(`${SHARED}seed/expected.json`, 'utf8')) as {conservative: unknown}
  const seed = rows
    .map((row) => JSON.parse(row) as {id: string; article?: unknown})
    .find((row) => row.id === 'article')
  const seedScore = score(truth.conservative, articleBlocks(seed?.article))
  for (const metric of [
    'blockF1',
    'blockF1Ordered',
    'exactRate',
    'headingLevelAcc',
    'tableCellF1',
    'leadF1',
  ] as const) {
    check(`seed, conservative: ${metric} is 1 (${seedScore[metric]})`, seedScore[metric] === 1)
  }
  for (const metric of ['junkRate', 'duplicateRate'] as const) {
    check(`seed, conservative: ${metric} is 0 (${seedScore[metric]})`, seedScore[metric] === 0)
  }

  const {output: table} = await run(process.execPath, [`${SHARED}damage/score-cases.mjs`, casesFile, gotFile])
  console.log(`\n${table.trimEnd()}\n`)
  for (const line of table.split('\n').slice(1)) {
    const [group, , blockF1] = line.trim().split(/\s+/)
    const floor = group === undefined ? undefined : FLOORS[group]
    if (floor !== undefined)
      check(`${group}: blockF1 at least ${floor} (${blockF1})`, Number(blockF1) >= floor)
  }
} finally {
  rmSync(folder, {recursive: true, force: true})
}
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0

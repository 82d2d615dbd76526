/**
 * Score damage with known truth, from ../shared/damage. The seed article must be restored exactly; every other group
 * must stay above its floors, so that no change loses what an earlier one reached. First the given documents, then
 * documents made from the pages of ../shared/corpora, for which no rule was written. Needs ../shared beside the
 * checkout. The last line is `N passed, N failed`.
 */
import {readFileSync} from 'node:fs'
import {pageDocuments} from './page-documents/index.ts'
import {type DamageRun, runDamage, type Score, SHARED, scoreArticle, tableOf} from './score-damage.ts'

interface Floor {
  blockF1: number
  /** Presets that keep the tags of heading levels. */
  headingLevelAcc?: number
}

/** Lowest means of a group of cases. */
const FLOORS: Readonly<Record<string, Floor>> = {
  clean: {blockF1: 1, headingLevelAcc: 1},
  wild: {blockF1: 0.92},
  seed: {blockF1: 0.92},
  displaced: {blockF1: 0.99, headingLevelAcc: 0.95},
  feed: {blockF1: 0.98, headingLevelAcc: 0.95},
  wordpress: {blockF1: 0.96},
  office: {blockF1: 0.98},
  machineTranslated: {blockF1: 0.99, headingLevelAcc: 0.95},
  encoding: {blockF1: 0.98, headingLevelAcc: 0.95},
  plaintext: {blockF1: 0.92},
  brokenTags: {blockF1: 0.92, headingLevelAcc: 0.95},
  'mixed-0.3': {blockF1: 0.96, headingLevelAcc: 0.95},
  'mixed-0.6': {blockF1: 0.93, headingLevelAcc: 0.95},
  'mixed-1': {blockF1: 0.9, headingLevelAcc: 0.95},
}
/**
 * The same if a script has read the truth from pages: an item that is in a list twice counts as a copy there, as in a
 * damaged page.
 */
const PAGE_FLOORS: Readonly<Record<string, Floor>> = {
  ...FLOORS,
  clean: {blockF1: 0.999, headingLevelAcc: 1},
}
/** Floors of every group, since no preset destroys text. */
const MAX_JUNK = 0.01
const MIN_RECALL = 0.98

let passed = 0
let failed = 0
const check = (name: string, ok: boolean): void => {
  if (ok) passed++
  else failed++
  console.log(`${ok ? '✓' : '✗'} ${name}`)
}

function hold(name: string, damage: DamageRun, floors = FLOORS): void {
  console.log(`\n${name}\n${tableOf(damage)}\n`)
  check(`${name}: copydesk parse --ndjson exits with 0`, damage.status === 0)
  check(`${name}: every case has its row`, damage.answered === damage.cases)
  for (const [group, {score}] of damage.groups) {
    const floor = floors[group]
    if (!floor) continue
    for (const [metric, least] of Object.entries(floor) as [keyof Score, number][]) {
      const value = score[metric]
      check(`${name}, ${group}: ${metric} at least ${least} (${value})`, value !== null && value >= least)
    }
    check(`${name}, ${group}: junkRate below ${MAX_JUNK} (${score.junkRate})`, score.junkRate < MAX_JUNK)
    check(
      `${name}, ${group}: textRecall above ${MIN_RECALL} (${score.textRecall})`,
      score.textRecall > MIN_RECALL,
    )
  }
}

const given = await runDamage()
const truth = JSON.parse(readFileSync(`${SHARED}seed/expected.json`, 'utf8')) as {conservative: unknown}
const seed = scoreArticle(truth.conservative, given.rowOf('article')?.article)
for (const metric of [
  'blockF1',
  'blockF1Ordered',
  'exactRate',
  'headingLevelAcc',
  'tableCellF1',
  'leadF1',
] as const) {
  check(`seed, conservative: ${metric} is 1 (${seed[metric]})`, seed[metric] === 1)
}
for (const metric of ['junkRate', 'duplicateRate'] as const) {
  check(`seed, conservative: ${metric} is 0 (${seed[metric]})`, seed[metric] === 0)
}
hold('given documents', given)
hold('documents of pages, seen', await runDamage({documents: pageDocuments('seen'), seeds: 1}), PAGE_FLOORS)
hold(
  'documents of pages, unseen',
  await runDamage({documents: pageDocuments('unseen'), seeds: 1}),
  PAGE_FLOORS,
)

console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0

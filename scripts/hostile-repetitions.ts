/**
 * Whether the walk is linear for what its own rules look for, over and over: each piece (`test/cost/units`) and a sample of
 * pairs. Every piece is measured at 2 KB. The costliest of each kind go on, as a fragment and as a page, and are measured at
 * 12 KB. Those that cost much more than prose, or grow, are measured at 48 and 96 KB as well. One whose processor time grows by more
 * than 2.3 per doubling from 12 to 96 KB, and from 48 to 96 KB, fails, as does one that throws or does not end. The last line is `N passed, N failed`.
 *
 *   node scripts/hostile-repetitions.ts                 every piece in every form
 *   node scripts/hostile-repetitions.ts --forms one     every piece in one form, which the seed decides
 *   node scripts/hostile-repetitions.ts --pairs 20000   more pairs
 *   node scripts/hostile-repetitions.ts --seed 7        other pairs
 *   node scripts/hostile-repetitions.ts --only '<meta'  the pieces that contain this
 *   node scripts/hostile-repetitions.ts --seconds 150   stops there, and says how much was left out
 */
import {availableParallelism} from 'node:os'
import {parseArgs} from 'node:util'
import {formsOf, type Hostile, pairsOf, singlesOf, unitsOf} from '../test/cost/units/index.ts'
import {costliestOfKinds} from '../test/cost/units/kinds.ts'
import {pick, randomFrom} from '../test/damage/random.ts'
import {Meter, nameOf} from './hostile-repetitions/meter.ts'
import {ROOT} from './run.ts'

/** Sizes at which pieces are screened. */
const FIRST = 2000
const SECOND = 12_000
/** How much more than prose a piece may cost at the second size and not be grown. */
const MAX_COST = 8
/** How often the time at the first size fits into that at the second; 6 is linear. */
const MAX_RATIO = 6.6
/** Milliseconds at the second size below which a ratio is chance. */
const MEASURABLE = 6
const PROSE = 'The council met again, and nobody left before the vote. '

const {values} = parseArgs({
  options: {
    pairs: {type: 'string', default: '800'},
    seed: {type: 'string', default: '1'},
    only: {type: 'string', default: ''},
    forms: {type: 'string', default: 'all'},
    seconds: {type: 'string', default: String(Number.POSITIVE_INFINITY)},
    threads: {type: 'string', default: String(Math.min(2, availableParallelism()))},
  },
})
const threads = Number(values.threads)
const started = performance.now()
/** How many texts were measured, at any size. */
let measured = 0

/** Shares of the time after which nothing more is screened, judged or grown. */
const SCREENED_BY = 0.4
const JUDGED_BY = 0.7

/** Run `work` on every item, as many at once as there are processes, until a share of the time is over. */
async function each<T>(items: readonly T[], share: number, work: (item: T) => Promise<void>): Promise<void> {
  const waiting = items.values()
  let left = items.length
  await Promise.all(
    Array.from({length: threads}, async () => {
      for (const item of waiting) {
        if (performance.now() - started > share * Number(values.seconds) * 1000) return
        left--
        await work(item)
      }
    }),
  )
  measured += items.length - left
  if (left > 0) note(`${left} of ${items.length} were left out: the time was up`)
}

/** In an order that chance decides, so that no piece is always among those left out. */
function shuffled<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map((item) => ({item, place: random()}))
    .toSorted((a, b) => a.place - b.place)
    .map(({item}) => item)
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(0)} s`
const note = (text: string): void =>
  console.log(`${seconds(performance.now() - started)} (processor ${seconds(meter.spent)}): ${text}`)

const meter = new Meter(threads)

/** Screens all pieces at the first size, and returns the costliest of each kind. */
async function screen(pieces: readonly string[]): Promise<string[]> {
  const costs: {piece: string; cost: number}[] = []
  await each(shuffled(pieces, random), SCREENED_BY, async (piece) => {
    const cost = await meter.cost({parts: [piece], start: 'fragment'}, FIRST)
    if (cost !== undefined) costs.push({piece, cost})
  })
  return costliestOfKinds(costs).map(({piece}) => piece)
}

/** Those that cost much more than prose at the second size, or more than in proportion to the first. */
async function suspicious(texts: readonly Hostile[]): Promise<Hostile[]> {
  const prose = (await meter.cost({parts: [PROSE], start: 'fragment'}, SECOND, 9)) ?? 0
  const found: {hostile: Hostile; cost: number}[] = []
  await each(texts, JUDGED_BY, async (hostile) => {
    const cost = await meter.cost(hostile, SECOND)
    if (cost === undefined || cost < MEASURABLE) return
    if (cost > MAX_COST * prose) {
      found.push({hostile, cost})
      return
    }
    const first = await meter.cost(hostile, FIRST, 2)
    if (first !== undefined && cost > MAX_RATIO * first) found.push({hostile, cost})
  })
  note(`prose takes ${prose.toFixed(1)} ms at ${SECOND / 1000} KB`)
  // The slow first, so that the processes end at about the same time.
  return found.toSorted((a, b) => b.cost - a.cost).map(({hostile}) => hostile)
}

const units = unitsOf(ROOT)
if (values.forms !== 'all' && values.forms !== 'one')
  throw new Error(`Expected --forms all or one, got ${values.forms}`)
const random = randomFrom(Number(values.seed))
const singles = (
  values.forms === 'all' ? singlesOf(units) : [...new Set(units.map((unit) => pick(random, formsOf(unit))))]
).filter((piece) => piece.includes(values.only))
note(`${units.length} pieces of the rules, in ${singles.length} forms`)
const kept = await screen(singles)
const pairs = values.only === '' ? pairsOf(singles, Number(values.pairs), random) : []
note(`${kept.length} are the costliest of their kinds; with them ${pairs.length} pairs`)
const texts: Hostile[] = [
  ...kept.flatMap((piece): Hostile[] => [
    {parts: [piece], start: 'fragment'},
    {parts: [piece], start: 'page'},
  ]),
  ...pairs,
]
const grown = await suspicious(texts)
note(`${grown.length} of ${texts.length} are grown`)
await each(grown, 1, (hostile) => meter.grow(hostile))
meter.close()
note(
  `the slowest at 96 KB: ${meter.slowest.map(({hostile, cost}) => `${nameOf(hostile)} ${cost.toFixed(0)} ms`).join(', ')}`,
)

if (measured === 0) throw new Error('Nothing was measured: give more time with --seconds')
console.log(`${measured - meter.failed} passed, ${meter.failed} failed`)
process.exitCode = meter.failed > 0 ? 1 : 0

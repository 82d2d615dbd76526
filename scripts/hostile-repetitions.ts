/**
 * Whether the walk is linear for what its own rules look for, over and over: each piece alone (`test/cost/units`), and a
 * sample of pairs. All are measured at 12 KB; the slowest are grown to 24, 48 and 96 KB, and one whose processor time grows
 * by more than 2.3 per doubling fails, as does one that throws or does not end. The last line is `N passed, N failed`.
 *
 *   node scripts/hostile-repetitions.ts                          as CI runs it
 *   node scripts/hostile-repetitions.ts --grow 1 --pairs 20000   all are grown, and more pairs
 *   node scripts/hostile-repetitions.ts --seed 7                 other pairs
 */
import {availableParallelism} from 'node:os'
import {parseArgs} from 'node:util'
import {type Hostile, pairsOf, singlesOf, unitsOf} from '../test/cost/units/index.ts'
import {randomFrom} from '../test/damage/random.ts'
import {Pool} from './hostile-repetitions/pool.ts'
import {ROOT} from './run.ts'

const SMALL = 12_000
const SIZES = [SMALL, 24_000, 48_000, 96_000]
const MAX_GROWTH = 2.3
/** Milliseconds below which a time says nothing of growth. */
const MEASURABLE = 60
/** Milliseconds for one text. */
const LIMIT = 20_000
/** How often a suspicious doubling is measured again. */
const REPEATS = 4

const {values} = parseArgs({
  options: {
    grow: {type: 'string', default: '0.08'},
    pairs: {type: 'string', default: '1000'},
    seed: {type: 'string', default: '1'},
    only: {type: 'string'},
    threads: {type: 'string', default: String(Math.min(2, availableParallelism()))},
  },
})

const pool = new Pool(Number(values.threads), LIMIT)
const failures: string[] = []

const nameOf = ({parts}: Hostile): string => parts.map((part) => JSON.stringify(part)).join(' then ')

/** Processor time at a size, or undefined where it failed, which is noted. */
async function cost(hostile: Hostile, size: number): Promise<number | undefined> {
  const outcome = await pool.run({hostile, size})
  if (!outcome) fail(hostile, `no answer within ${LIMIT / 1000} s at ${size / 1000} KB`)
  else if (outcome.error) fail(hostile, outcome.error)
  return outcome?.error === undefined ? outcome?.cost : undefined
}

function fail(hostile: Hostile, reason: string): void {
  failures.push(nameOf(hostile))
  console.log(`✗ ${nameOf(hostile)}: ${reason}`)
}

/** Doubles a text until it is largest; the least of several times counts where one is suspicious. */
async function grow(hostile: Hostile, small: number): Promise<void> {
  let before = small
  for (const [index, size] of SIZES.entries()) {
    if (index === 0) continue
    let after = await cost(hostile, size)
    if (after === undefined) return
    for (let again = 0; again < REPEATS && grows(before, after); again++) {
      const smaller = await cost(hostile, size / 2)
      const larger = await cost(hostile, size)
      if (smaller === undefined || larger === undefined) return
      // The smaller keeps its largest time, so that only what grows each time fails.
      before = again === 0 ? smaller : Math.max(before, smaller)
      after = Math.min(after, larger)
    }
    if (grows(before, after))
      return fail(
        hostile,
        `${before.toFixed(0)} ms at ${size / 2000} KB, ${after.toFixed(0)} ms at ${size / 1000} KB`,
      )
    before = after
  }
}

const grows = (before: number, after: number): boolean => after >= MEASURABLE && after > MAX_GROWTH * before

/** Runs `work` on every item, as many at once as there are processes. */
async function each<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = items.values()
  await Promise.all(
    Array.from({length: Number(values.threads)}, async () => {
      for (const item of waiting) await work(item)
    }),
  )
}

const units = unitsOf(ROOT)
const singles = singlesOf(units)
const pairs = pairsOf(singles, Number(values.pairs), randomFrom(Number(values.seed)))
const all = [...singles.map((unit): Hostile => ({parts: [unit]})), ...pairs].filter(
  (one) => values.only === undefined || nameOf(one).includes(values.only),
)
console.log(`${units.length} pieces of the rules: ${singles.length} alone, ${pairs.length} pairs`)

const measured: {hostile: Hostile; small: number}[] = []
await each(all, async (hostile) => {
  const small = await cost(hostile, SMALL)
  if (small !== undefined) measured.push({hostile, small})
})
const slowest = measured
  .toSorted((a, b) => b.small - a.small)
  .slice(0, Math.ceil(measured.length * Number(values.grow)))
console.log(`${slowest.length} are grown, from ${slowest.at(-1)?.small.toFixed(0) ?? 0} ms at 12 KB up`)
await each(slowest, ({hostile, small}) => grow(hostile, small))
pool.close()

const failed = new Set(failures).size
console.log(`${all.length - failed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0

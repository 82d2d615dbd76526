/** Measures hostile texts, and keeps which failed. */
import type {Hostile} from '../../test/cost/units/index.ts'
import {Pool} from './pool.ts'

/** The sizes between which growth is judged. */
const LARGEST = 96_000
const MIDDLE = 48_000
const SMALLEST = 12_000
/**
 * How often the time may grow with each doubling; 2 is linear and 4 is quadratic. Three doublings have to show it, and the last one
 * alone: a step that is not linear is the steepest there, while caches and garbage collection cost most on the way.
 */
const MAX_GROWTH = 2.3
/** Milliseconds at the largest size below which a time says nothing of growth. */
const MEASURABLE = 150
/** Milliseconds for one text, by the clock: more than any takes on a busy machine. */
const LIMIT = 60_000
/** How often a suspicious text is measured again. */
const REPEATS = 3
/** How many of the slowest are listed. */
const LISTED = 5

/** The text as one reads it: where it starts, and its pieces. */
export const nameOf = ({parts, start}: Hostile): string =>
  `${start === 'fragment' ? '' : `${start}: `}${parts.map((part) => JSON.stringify(part)).join(' then ')}`

/** Measures the processor time of texts in child processes. */
export class Meter {
  #pool: Pool
  #failed = new Set<string>()
  #spent = 0
  #times: {hostile: Hostile; cost: number}[] = []

  constructor(threads: number) {
    this.#pool = new Pool(threads, LIMIT)
  }

  /** How many texts failed. */
  get failed(): number {
    return this.#failed.size
  }

  /** Milliseconds of processor time that all texts took. */
  get spent(): number {
    return this.#spent
  }

  /** The slowest of those that were grown. */
  get slowest(): readonly {hostile: Hostile; cost: number}[] {
    return this.#times.toSorted((a, b) => b.cost - a.cost).slice(0, LISTED)
  }

  /** Least processor time of a text in milliseconds; undefined where it failed, which is noted. */
  async cost(hostile: Hostile, size: number, times = 1): Promise<number | undefined> {
    let least = Number.POSITIVE_INFINITY
    for (let time = 0; time < times; time++) {
      const outcome = await this.#pool.run({hostile, size})
      if (!outcome) this.#fail(hostile, `no answer within ${LIMIT / 1000} s at ${size / 1000} KB`)
      else if (outcome.error !== undefined) this.#fail(hostile, outcome.error)
      if (!outcome || outcome.error !== undefined) return undefined
      this.#spent += outcome.cost
      least = Math.min(least, outcome.cost)
    }
    return least
  }

  /** Judges the growth of a text's time. A suspicious one is measured again, and the least times count. */
  async grow(hostile: Hostile): Promise<void> {
    const large = await this.cost(hostile, LARGEST)
    if (large === undefined) return
    this.#times.push({hostile, cost: large})
    if (large < MEASURABLE) return
    const small = await this.cost(hostile, SMALLEST)
    if (small === undefined || (large / small) ** (1 / 3) <= MAX_GROWTH) return
    const middle = await this.cost(hostile, MIDDLE, REPEATS)
    if (middle === undefined || large / middle <= MAX_GROWTH) return
    const again = await this.cost(hostile, SMALLEST, REPEATS)
    const above = await this.cost(hostile, LARGEST, REPEATS)
    if (again === undefined || above === undefined) return
    const [least, most] = [Math.min(small, again), Math.min(large, above)]
    if ((most / least) ** (1 / 3) <= MAX_GROWTH || most / middle <= MAX_GROWTH) return
    const times = [least, middle, most].map((time) => `${time.toFixed(0)} ms`)
    this.#fail(hostile, `${times.join(', ')} at 12, 48 and 96 KB`)
  }

  /** Ends the processes. */
  close(): void {
    this.#pool.close()
  }

  #fail(hostile: Hostile, reason: string): void {
    this.#failed.add(nameOf(hostile))
    console.log(`✗ ${nameOf(hostile)}: ${reason}`)
  }
}

/** Measures hostile texts, and keeps which failed. */
import type {Hostile} from '../../test/cost/units/index.ts'
import {Pool} from './pool.ts'

/** Sizes at which growth is judged, the largest first. */
const SIZES = [96_000, 48_000, 24_000, 12_000]
const MAX_GROWTH = 2.3
/** Milliseconds below which a time says nothing of growth. */
const MEASURABLE = 150
/** Milliseconds for one text. */
const LIMIT = 20_000
/** How often a suspicious doubling is measured again. */
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

  /**
   * Judges each doubling, from the largest size down to where a text takes too little time to judge. A suspicious one is
   * measured again, and the least times count.
   */
  async grow(hostile: Hostile): Promise<void> {
    let larger: number | undefined
    for (const size of SIZES) {
      let cost = await this.cost(hostile, size)
      if (cost === undefined) return
      if (larger === undefined) this.#times.push({hostile, cost})
      else if (grows(cost, larger)) {
        const again = await this.cost(hostile, size, REPEATS)
        const above = await this.cost(hostile, 2 * size, REPEATS)
        if (again === undefined || above === undefined) return
        cost = Math.min(cost, again)
        larger = Math.min(larger, above)
        if (grows(cost, larger)) {
          const times = `${cost.toFixed(0)} ms at ${size / 1000} KB, ${larger.toFixed(0)} ms at ${(2 * size) / 1000} KB`
          return this.#fail(hostile, times)
        }
      }
      if (cost < MEASURABLE) return
      larger = cost
    }
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

const grows = (smaller: number, larger: number): boolean =>
  larger >= MEASURABLE && larger > MAX_GROWTH * smaller

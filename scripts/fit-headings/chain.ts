/**
 * Fit the weights of a chain (`ingest/parse/repair/tree/lib/heading-model/chain.ts`). Some states of an example are
 * known and the others hidden; the fit maximizes the probability of the true states, given the known ones. Every
 * example has the same weight, whatever its length.
 */
import {chancesOf, type Scores} from '../../ingest/parse/repair/tree/lib/heading-model/chain.ts'

/** One example: a sequence of places, each in one of several states. */
export interface Chain {
  /** The true state of each place. */
  truth: Int8Array
  /** The known state of each place; -1 if it is hidden. */
  seen: Int8Array
  /** Numbers of the features of each place in each state, and of each step, in the order of `Scores`. */
  own: Int32Array[]
  step: Int32Array[]
}

/** How the weights are fitted. */
export interface Settings {
  states: number
  passes: number
  rate: number
  /** Decay of each weight at every example. */
  penalty: number
}

/** The scores of an example with some weights. */
export function scoresOf(chain: Chain, weights: Float64Array, states: number): Scores {
  return {states, own: sums(chain.own, weights), step: sums(chain.step, weights)}
}

/** Fit weights to examples. */
export function fitChains(
  chains: readonly Chain[],
  features: number,
  {states, passes, rate, penalty}: Settings,
): Float64Array {
  const weights = new Float64Array(features)
  const squares = new Float64Array(features)
  const slope = new Float64Array(features)
  for (let pass = 0; pass < passes; pass++)
    for (const chain of chains) {
      const touched = new Set<number>()
      const put = (lists: Int32Array[], meant: Float64Array, now: Float64Array): void => {
        lists.forEach((list, index) => {
          const by = (at(meant, index) - at(now, index)) / chain.truth.length
          if (by === 0) return
          for (const name of list) {
            slope[name] = at(slope, name) + by
            touched.add(name)
          }
        })
      }
      const scores = scoresOf(chain, weights, states)
      const meant = chancesOf(scores, chain.truth)
      const now = chancesOf(scores, chain.seen)
      put(chain.own, meant.own, now.own)
      put(chain.step, meant.step, now.step)
      for (const name of touched) {
        const by = at(slope, name) - penalty * at(weights, name)
        squares[name] = at(squares, name) + by * by
        weights[name] = at(weights, name) + (rate * by) / Math.sqrt(at(squares, name) + 1e-3)
        slope[name] = 0
      }
    }
  return weights
}

const at = (numbers: Float64Array, index: number): number => numbers[index] ?? 0

const sums = (lists: readonly Int32Array[], weights: Float64Array): Float64Array =>
  Float64Array.from(lists, (list) => list.reduce((sum, name) => sum + at(weights, name), 0))

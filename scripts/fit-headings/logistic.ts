/**
 * Logistic regression over named boolean features: gradient descent with a step size for each feature (Adagrad) and a
 * penalty on large weights. Examples are used in their order, so the same data give the same weights.
 */

/** The features of an example, and whether it is positive. */
export interface Example {
  features: readonly string[]
  truth: boolean
}

/** The weight of each feature. */
export type Weights = ReadonlyMap<string, number>

const PASSES = 40
const STEP = 0.3
/** Decay of each weight over the whole data, so that rare features have little influence. */
const PENALTY = 2

const BIAS = 'bias'

/** Fit the weights for the probability of `truth`. */
export function fitLogistic(examples: readonly Example[]): Weights {
  const names = new Map<string, number>()
  const at = (name: string): number => {
    const known = names.get(name) ?? names.size
    names.set(name, known)
    return known
  }
  const rows = examples.map(({features}) => {
    const row = new Int32Array(features.length + 1)
    ;[BIAS, ...features].forEach((name, index) => {
      row[index] = at(name)
    })
    return row
  })
  const counts = new Float64Array(names.size)
  for (const row of rows) for (const at of row) counts[at] = of(counts, at) + 1
  const weights = new Float64Array(names.size)
  const squares = new Float64Array(names.size)
  for (let pass = 0; pass < PASSES; pass++)
    rows.forEach((row, index) => {
      let sum = 0
      for (const at of row) sum += of(weights, at)
      const error = (examples[index]?.truth ? 1 : 0) - 1 / (1 + Math.exp(-sum))
      for (const at of row) {
        // Each example contributes its share of the penalty.
        const slope = error - (at === 0 ? 0 : (PENALTY * of(weights, at)) / of(counts, at))
        squares[at] = of(squares, at) + slope * slope
        weights[at] = of(weights, at) + (STEP * slope) / Math.sqrt(of(squares, at) + 1e-8)
      }
    })
  return new Map([...names].map(([name, at]) => [name, weights[at] ?? 0]))
}

/** The probability for a set of features. */
export function chance(weights: Weights, features: readonly string[]): number {
  let sum = weights.get(BIAS) ?? 0
  for (const name of features) sum += weights.get(name) ?? 0
  return 1 / (1 + Math.exp(-sum))
}

const of = (numbers: Float64Array, index: number): number => numbers[index] ?? 0

/**
 * Marginal probabilities of a chain: each place takes one of a few states, states and transitions have scores, and the
 * score of a chain is their sum (a conditional random field; forward–backward, in logarithms).
 */
export interface Scores {
  states: number
  /** Score of a state at a place: `own[place * states + state]`. */
  own: Float64Array
  /** Score of a transition: `step[(place * states + from) * states + to]`; at the first place only `from` 0 counts. */
  step: Float64Array
}

/**
 * Compute the probability of each state and transition, in the order of the scores. `fixed` gives known states; -1 for
 * unknown ones.
 */
export function chancesOf({states, own, step}: Scores, fixed: Int8Array): Omit<Scores, 'states'> {
  const places = fixed.length
  const score = own.map((value, index) => {
    const state = fixed[Math.floor(index / states)] ?? -1
    return state < 0 || state === index % states ? value : Number.NEGATIVE_INFINITY
  })
  const forward = new Float64Array(places * states)
  const backward = new Float64Array(places * states)
  const terms = new Float64Array(states)
  for (let place = 0; place < places; place++)
    for (let to = 0; to < states; to++) {
      terms.fill(Number.NEGATIVE_INFINITY)
      for (let from = 0; from < (place === 0 ? 1 : states); from++)
        terms[from] =
          (place === 0 ? 0 : at(forward, (place - 1) * states + from)) +
          at(step, (place * states + from) * states + to)
      forward[place * states + to] = at(score, place * states + to) + logSum(terms)
    }
  for (let place = places - 2; place >= 0; place--)
    for (let from = 0; from < states; from++) {
      for (let to = 0; to < states; to++) {
        const next = (place + 1) * states + to
        terms[to] =
          at(step, ((place + 1) * states + from) * states + to) + at(score, next) + at(backward, next)
      }
      backward[place * states + from] = logSum(terms)
    }
  const all = logSum(forward.subarray(Math.max(0, places - 1) * states))
  const chances = {own: new Float64Array(own.length), step: new Float64Array(step.length)}
  for (let here = 0; here < chances.own.length; here++) {
    chances.own[here] = Math.exp(at(forward, here) + at(backward, here) - all)
    const place = Math.floor(here / states)
    for (let from = 0; from < (place === 0 ? 1 : states); from++) {
      const index = (place * states + from) * states + (here % states)
      const before = place === 0 ? 0 : at(forward, (place - 1) * states + from)
      chances.step[index] = Math.exp(before + at(step, index) + at(score, here) + at(backward, here) - all)
    }
  }
  return chances
}

const at = (numbers: Float64Array, index: number): number => numbers[index] ?? 0

function logSum(values: Float64Array): number {
  let most = Number.NEGATIVE_INFINITY
  for (const value of values) if (value > most) most = value
  if (most === Number.NEGATIVE_INFINITY) return most
  let sum = 0
  for (const value of values) sum += Math.exp(value - most)
  return most + Math.log(sum)
}

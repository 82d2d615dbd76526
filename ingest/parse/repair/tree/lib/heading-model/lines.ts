/** Probability that an unmarked line is a heading, by the fitted weights. */
import type {FlowBlock} from './flow.ts'
import {habitsOf, lineFeatures} from './line-features.ts'
import {LINE_WEIGHTS} from './weights.ts'

/** Create a function that computes the probability for a line of a flow, from 0 to 1, lazily. */
export function lineChances(flow: readonly FlowBlock[]): (index: number) => number {
  let habits: ReturnType<typeof habitsOf> | undefined
  return (index) => {
    habits ??= habitsOf(flow)
    let sum = LINE_WEIGHTS.bias ?? 0
    for (const name of lineFeatures(flow, index, habits)) sum += LINE_WEIGHTS[name] ?? 0
    return 1 / (1 + Math.exp(-sum))
  }
}

/** How likely a line without marks is a heading, by the fitted weights. */
import type {FlowBlock} from './flow.ts'
import {habitsOf, lineFeatures} from './line-features.ts'
import {LINE_WEIGHTS} from './weights.ts'

/** Chances, from 0 to 1, of the lines of one flow; nothing is counted before the first is asked for. */
export function lineChances(flow: readonly FlowBlock[]): (index: number) => number {
  let habits: ReturnType<typeof habitsOf> | undefined
  return (index) => {
    habits ??= habitsOf(flow)
    let sum = LINE_WEIGHTS.bias ?? 0
    for (const name of lineFeatures(flow, index, habits)) sum += LINE_WEIGHTS[name] ?? 0
    return 1 / (1 + Math.exp(-sum))
  }
}

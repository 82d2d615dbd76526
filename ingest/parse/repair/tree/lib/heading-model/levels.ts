/** Levels of headings whose tags are lost, by the fitted weights. */
import {chancesOf} from './chain.ts'
import type {FlowBlock} from './flow.ts'
import {afterLevel, atLevel, headingsOf, knownOf, LEVELS} from './level-features.ts'
import {LEVEL_WEIGHTS} from './weights.ts'

/**
 * Find the level of each heading of a flow, in the order of their indices: the level of its tag, or the most likely
 * one. Each is decided by its marginal probability, so that most of them are right.
 */
export function levelsOf(flow: readonly FlowBlock[], indices: readonly number[]): number[] {
  const headings = headingsOf(flow, indices)
  const known = knownOf(headings)
  const own: number[] = []
  const step: number[] = []
  headings.forEach((heading, index) => {
    for (const level of LEVELS) own.push(sumOf(atLevel(heading, index, known, level)))
    for (const from of LEVELS)
      for (const level of LEVELS) step.push(sumOf(afterLevel(heading, headings[index - 1], from, level)))
  })
  const fixed = Int8Array.from(headings, ({level}) => LEVELS.indexOf(level))
  const scores = {states: LEVELS.length, own: Float64Array.from(own), step: Float64Array.from(step)}
  const chances = chancesOf(scores, fixed).own
  return indices.map((index, place) => {
    const level = flow[index]?.level ?? 0
    if (level > 0) return level
    const states = chances.subarray(place * LEVELS.length, (place + 1) * LEVELS.length)
    return LEVELS[states.indexOf(Math.max(...states))] ?? 2
  })
}

function sumOf(features: readonly string[]): number {
  let sum = 0
  for (const name of features) sum += LEVEL_WEIGHTS[name] ?? 0
  return sum
}

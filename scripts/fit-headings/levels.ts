/**
 * Which level has a heading whose tag is lost? The model is a chain over the headings of a document, with features of
 * each heading at a level and of each pair of neighbours. It is fitted on documents that lose the tags of random
 * headings, the same in every run, and compared with the rule that picks the most common remaining level.
 */
import {commonOf} from '../../ingest/parse/repair/tree/lib/heading-level.ts'
import {chancesOf} from '../../ingest/parse/repair/tree/lib/heading-model/chain.ts'
import type {FlowBlock} from '../../ingest/parse/repair/tree/lib/heading-model/flow.ts'
import {
  afterLevel,
  atLevel,
  type Heading,
  headingsOf,
  knownOf,
  LEVELS,
} from '../../ingest/parse/repair/tree/lib/heading-model/level-features.ts'
import {type Chain, fitChains, type Settings, scoresOf} from './chain.ts'
import type {Document} from './documents.ts'
import type {Weights} from './logistic.ts'

/** Shares of headings whose level is lost: all in plain text, most in Office documents, some in a CMS. */
const LOST = [1, 0.8, 0.8, 0.8, 0.8, 0.6, 0.4, 0.4, 0.4]
const SETTINGS: Settings = {states: LEVELS.length, passes: 15, rate: 0.03, penalty: 0.03}

/** A document with some hidden levels. */
interface Case {
  lost: number
  headings: Heading[]
  chain: Chain
}

function casesOf({id, blocks}: Document, names: Names): Case[] {
  const flow: FlowBlock[] = blocks.map((block) => {
    if (block.type === 'heading') return {kind: 'text', text: block.text, level: block.level}
    if (block.type === 'paragraph') return {kind: 'text', text: block.text, level: 0}
    return {kind: block.type, text: '', level: 0}
  })
  const indices = [...flow.keys()].filter((index) => (flow[index]?.level ?? 0) > 1)
  if (indices.length === 0) return []
  const truth = indices.map((index) => flow[index]?.level ?? 0)
  return LOST.map((lost, round) => {
    const toss = tossOf(`${id} ${round}`)
    const hidden = flow.map((block) => (block.level > 1 && toss() < lost ? {...block, level: 0} : block))
    const headings = headingsOf(hidden, indices)
    return {lost, headings, chain: chainOf(headings, truth, names)}
  })
}

/** Pseudo-random numbers from 0 to 1, the same for the same name. */
function tossOf(name: string): () => number {
  let state = 2166136261
  for (const unit of name) state = Math.imul(state ^ (unit.codePointAt(0) ?? 0), 16777619)
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0
    return ((state >>> 8) % 65536) / 65536
  }
}

class Names {
  readonly numbers = new Map<string, number>()
  of(names: readonly string[]): Int32Array {
    return Int32Array.from(names, (name) => {
      const number = this.numbers.get(name) ?? this.numbers.size
      this.numbers.set(name, number)
      return number
    })
  }
}

const stateOf = (level: number): number => LEVELS.indexOf(level)

function chainOf(headings: readonly Heading[], truth: readonly number[], names: Names): Chain {
  const known = knownOf(headings)
  return {
    truth: Int8Array.from(truth, stateOf),
    seen: Int8Array.from(headings, ({level}) => stateOf(level)),
    own: headings.flatMap((heading, index) =>
      LEVELS.map((level) => names.of(atLevel(heading, index, known, level))),
    ),
    step: headings.flatMap((heading, index) =>
      LEVELS.flatMap((from) =>
        LEVELS.map((level) => names.of(afterLevel(heading, headings[index - 1], from, level))),
      ),
    ),
  }
}

/** The most likely state of each place. */
const bestOf = (own: Float64Array): number[] =>
  Array.from({length: own.length / LEVELS.length}, (_, place) => {
    const states = own.subarray(place * LEVELS.length, (place + 1) * LEVELS.length)
    return states.indexOf(Math.max(...states))
  })

/** The weights for all documents, and a report of model and rule on documents that were left out. */
export function measureLevels(documents: readonly Document[]): {weights: Weights; report: string[]} {
  const names = new Names()
  const all = documents.map((document) => casesOf(document, names)).filter((cases) => cases.length > 0)
  const size = names.numbers.size
  const tallies = new Map<
    number,
    {docs: number; lost: number; rule: [number, number]; model: [number, number]}
  >()
  const folds = Number(process.env.FOLDS ?? all.length)
  for (let fold = 0; fold < folds; fold++) {
    const left = all.filter((_, index) => index % folds === fold)
    const weights = fitChains(
      all.flatMap((other, index) => (index % folds === fold ? [] : other.map(({chain}) => chain))),
      size,
      SETTINGS,
    )
    for (const {lost, headings, chain} of left.flat()) {
      const hidden = headings.flatMap((heading, index) => (heading.level === 0 ? [index] : []))
      if (hidden.length === 0) continue
      const best = bestOf(chancesOf(scoresOf(chain, weights, LEVELS.length), chain.seen).own)
      const common = stateOf(commonOf(headings.map(({level}) => level).filter((level) => level > 0)))
      const tally = tallies.get(lost) ?? {docs: 0, lost: 0, rule: [0, 0], model: [0, 0]}
      tallies.set(lost, tally)
      tally.docs++
      tally.lost += hidden.length
      for (const [sums, right] of [
        [tally.rule, hidden.filter((index) => chain.truth[index] === common).length],
        [tally.model, hidden.filter((index) => chain.truth[index] === best[index]).length],
      ] as const) {
        sums[0] += right
        sums[1] += (headings.length - hidden.length + right) / headings.length
      }
    }
  }
  const report = [...tallies].map(([lost, {docs, lost: count, rule, model}]) => {
    const shown = ([right, share]: [number, number]) =>
      `${(right / count).toFixed(4)} of the lost, ${(share / docs).toFixed(4)} a document`
    return `level, ${lost * 100} % lost (${docs} cases): rule ${shown(rule)}; model ${shown(model)}`
  })
  const weights = fitChains(
    all.flat().map(({chain}) => chain),
    size,
    SETTINGS,
  )
  return {weights: new Map([...names.numbers].map(([name, at]) => [name, weights[at] ?? 0])), report}
}

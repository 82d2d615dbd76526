/**
 * Features of the level of a heading whose tag is lost: its own shape, the section below it, the tagged headings of the
 * same text, and the heading before it. Independent of language.
 */

import {endsLeadIn} from '../../../../sentence.ts'
import {wordsIn} from '../prose.ts'
import {asks, bucket, caseOf, type FlowBlock} from './flow.ts'

/**
 * Levels that are distinguished. A title is not the level of a section, and below the fourth there is too little
 * training data.
 */
export const LEVELS: readonly number[] = [2, 3, 4]

/** A heading of a flow, in order. */
export interface Heading {
  /** Level of its tag, from 2 to 4; 0 if it is lost. */
  level: number
  /** Number of blocks between it and the heading before, and between it and the next. */
  before: number
  after: number
  /** Kind of the block after it. */
  over: 'heading' | 'list' | 'other'
  words: number
  /** The number that it begins with, and its depth: "2.1" has depth 2. */
  number: {value: number; depth: number} | undefined
  opening: string
  manner: string
  end: string
  letters: string
}

/** List the headings of a flow at the given indices. */
export function headingsOf(flow: readonly FlowBlock[], indices: readonly number[]): Heading[] {
  return indices.map((index, place) => {
    const {text = '', level = 0} = flow[index] ?? {}
    const end = endsLeadIn(text) ? 'colon' : asks(text) ? 'question' : 'other'
    const letters = caseOf(text)
    const number = numberOf(text)
    return {
      level: level === 0 ? 0 : Math.max(2, Math.min(4, level)),
      before: index - (indices[place - 1] ?? -1) - 1,
      after: (indices[place + 1] ?? flow.length) - index - 1,
      over:
        indices[place + 1] === index + 1 ? 'heading' : flow[index + 1]?.kind === 'list' ? 'list' : 'other',
      words: wordsIn(text).length,
      number,
      opening: openingOf(text),
      manner: `${letters} ${end} ${number?.depth ?? 0}`,
      end,
      letters,
    }
  })
}

/** Read the number of a heading: "2.1 Walls" has the number 1 at depth 2; "#3." and "Step 3:" have 3 at depth 1. */
function numberOf(text: string): Heading['number'] {
  const match = /^(?:#|\p{L}+\s)?(\d{1,2}(?:\.\d{1,2}){0,3})(?=[\s.):]|$)/u.exec(text)
  const parts = match?.[1]?.split('.') ?? []
  return parts.length === 0 ? undefined : {value: Number(parts.at(-1)), depth: parts.length}
}

const openingOf = (text: string): string => /[\p{L}]+/u.exec(text)?.[0]?.toLowerCase() ?? ''

/** What the tagged headings of a text reveal about each level. */
export interface Known {
  count: number
  levels: ReadonlyMap<number, number>
  /** Level counts by manner and by first word. */
  manners: ReadonlyMap<string, ReadonlyMap<number, number>>
  openings: ReadonlyMap<string, ReadonlyMap<number, number>>
  /** Level and distance, in headings, of the nearest tagged heading before and after each. */
  nearest: {level: number; off: number}[][]
}

/** Count the tagged headings of a text. */
export function knownOf(headings: readonly Heading[]): Known {
  const levels = new Map<number, number>()
  const manners = new Map<string, Map<number, number>>()
  const openings = new Map<string, Map<number, number>>()
  let count = 0
  for (const {level, manner, opening} of headings) {
    if (level === 0) continue
    count++
    add(levels, level)
    for (const [map, key] of [
      [manners, manner],
      [openings, opening],
    ] as const) {
      const counts = map.get(key) ?? new Map<number, number>()
      map.set(key, counts)
      add(counts, level)
    }
  }
  const before = nearestOf(headings)
  const after = nearestOf(headings.toReversed()).toReversed()
  const nearest = headings.map((_, index) => [before[index], after[index]].filter((one) => one !== undefined))
  return {count, levels, manners, openings, nearest}
}

const add = (counts: Map<number, number>, key: number): unknown => counts.set(key, (counts.get(key) ?? 0) + 1)

function nearestOf(headings: readonly Heading[]): ({level: number; off: number} | undefined)[] {
  let last: {level: number; at: number} | undefined
  return headings.map(({level}, at) => {
    const found = last && {level: last.level, off: at - last.at}
    if (level > 0) last = {level, at}
    return found
  })
}

/** List the features of a heading at a level. */
export function atLevel(heading: Heading, index: number, known: Known, level: number): string[] {
  const {count, levels} = known
  const own = [`known ${bucket(count, [0, 1, 3])}`, `place ${index === 0 ? 'first' : 'later'}`]
  if (heading.end === 'colon') own.push('colon')
  if (heading.end === 'question') own.push('question')
  if (heading.number) own.push(`number ${heading.number.depth}`)
  if (heading.over !== 'other') own.push(`over ${heading.over}`)
  if (heading.after > 4) own.push('long section')
  if (heading.words < 3) own.push('few words')
  const features = own.map((name) => `${name} at ${level}`)
  if (count > 0) {
    const share = (levels.get(level) ?? 0) / count
    features.push(`of ${bucket(count, [1, 2, 4, 8])} known ${bucket(share, [0, 0.3, 0.6, 0.99])}`)
    if (!levels.has(level))
      features.push(
        level < Math.min(...levels.keys())
          ? 'above all known'
          : level > Math.max(...levels.keys())
            ? 'below all known'
            : 'between known',
      )
    features.push(...likeness('manner', known.manners.get(heading.manner), level))
    features.push(...likeness('opening', known.openings.get(heading.opening), level))
    for (const [place, near] of (known.nearest[index] ?? []).entries())
      features.push(`known neighbour ${place} ${moveOf(near.level, level)} ${bucket(near.off, [1, 2, 4])}`)
  }
  return features
}

function likeness(name: string, counts: ReadonlyMap<number, number> | undefined, level: number): string[] {
  if (!counts) return []
  let all = 0
  for (const count of counts.values()) all += count
  return [
    `same ${name} ${bucket(all, [1, 3])} known ${bucket((counts.get(level) ?? 0) / all, [0, 0.5, 0.99])}`,
  ]
}

/** List the features of a heading at a level after one at another level; the first of a text has none before it (0). */
export function afterLevel(
  heading: Heading,
  before: Heading | undefined,
  from: number,
  level: number,
): string[] {
  if (!before) return [`first at ${level}`]
  const move = moveOf(from, level)
  const features = [
    `${from} to ${level}`,
    `${move} over ${bucket(heading.before, [0, 1, 3])}`,
    `${move} words ${bucket(heading.words - before.words, [-4, 3])}`,
    `${move} ${before.manner === heading.manner ? 'same' : 'other'} manner`,
  ]
  if (before.end !== heading.end) features.push(`${move} end ${before.end} ${heading.end}`)
  if (before.letters === 'capitals' || heading.letters === 'capitals')
    features.push(
      `${move} capitals ${before.letters === heading.letters ? 'both' : before.letters === 'capitals' ? 'before' : 'here'}`,
    )
  if (before.opening === heading.opening && heading.opening) features.push(`${move} same opening`)
  const [one, two] = [before.number, heading.number]
  if (one && two)
    features.push(
      `${move} numbers ${Math.sign(two.depth - one.depth)}${one.depth === two.depth && two.value === one.value + 1 ? ' in order' : ''}`,
    )
  else if (one || two) features.push(`${move} number ${one ? 'before' : 'here'}`)
  return features
}

const moveOf = (from: number, to: number): string => (from === to ? 'level' : from < to ? 'down' : 'up')

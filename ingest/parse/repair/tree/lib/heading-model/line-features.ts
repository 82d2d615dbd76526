/**
 * Features that distinguish a heading from other unmarked lines: shapes, lengths, punctuation, case and neighbours.
 * Independent of language.
 */

import {endsLeadIn, endsSentence} from '../../../../sentence.ts'
import {headingLook, wordsIn} from '../prose.ts'
import {asks, bucket, caseOf, type FlowBlock, isShort, shapeOf} from './flow.ts'

/** Limits of the buckets for word counts. */
const WORDS = [1, 2, 4, 7, 10, 14, 20]
/** Limits of the buckets for the length of the next block relative to the line. */
const TIMES = [0.7, 1.5, 3, 8]

/** Properties shared by all lines of a flow, counted once. */
export interface Habits {
  /** Share of lines that are as short as headings and have no final stop. */
  short: number
  /** Number of lines without a final stop that have the same ending, case and numbering and precede similar text. */
  manners: ReadonlyMap<string, number>
  /** Number of short lines that begin with the same word. */
  openings: ReadonlyMap<string, number>
}

/** List the features of the block at an index of a flow. */
export function lineFeatures(flow: readonly FlowBlock[], index: number, habits: Habits): string[] {
  const text = flow[index]?.text ?? ''
  const next = flow[index + 1]
  const before = shapeOf(flow[index - 1])
  const after = shapeOf(next)
  const words = wordsIn(text).length
  const look = headingLook(text) ?? 'none'
  const end = endOf(text)
  const letters = caseOf(text)
  const features = [
    `look ${look}`,
    `words ${bucket(words, WORDS)}`,
    `end ${end}`,
    `case ${letters}`,
    `before ${before}`,
    `after ${after}`,
    `before ${before}, after ${after}`,
    `look ${look}, after ${after}`,
    `case ${letters}, words ${bucket(words, WORDS)}`,
    `end ${end}, after ${after}`,
    `short lines ${bucket(habits.short, [0.15, 0.3, 0.45, 0.6])}`,
  ]
  if (isShort(text)) {
    const same = (habits.manners.get(mannerOf(flow, index)) ?? 1) - 1
    features.push(
      `in the same manner ${bucket(same, [0, 1, 3, 7])}`,
      `end ${end}, same ${bucket(same, [0, 1, 3])}`,
    )
    const alike = (habits.openings.get(openingOf(text)) ?? 1) - 1
    features.push(`same opening ${bucket(alike, [0, 1, 3])}`)
  }
  if (next?.text) features.push(`next longer ${bucket(next.text.length / Math.max(1, text.length), TIMES)}`)
  if (/^\p{N}/u.test(text)) features.push(/^\d{1,2}[.):]?\s/.test(text) ? 'numbered' : 'begins with a digit')
  if (/^["“„«‘‹]/u.test(text)) features.push('quoted')
  if (/^[([]/.test(text)) features.push('in brackets')
  if (/[,，、،]/u.test(text)) features.push('comma')
  if (/[:：](?=.)/u.test(text)) features.push('colon inside')
  if (/[=|@/_]|https?:/.test(text)) features.push('signs of no prose')
  if (/\d\D*\d/.test(text)) features.push('digits')
  if (/^[-–—]/u.test(text)) features.push('dash')
  if (/[.!?。]["”’»)]{0,3}\s\p{Lu}/u.test(text)) features.push('several sentences')
  return features
}

function endOf(text: string): string {
  if (endsLeadIn(text)) return 'colon'
  if (asks(text)) return 'question'
  if (/[!！]["”’»)]{0,3}$/u.test(text)) return 'call'
  if (endsSentence(text)) return 'stop'
  if (/[,;，；،…-]$/u.test(text)) return 'pause'
  return /[\p{L}\p{N}]$/u.test(text) ? 'word' : 'sign'
}

/** Count the shared properties of a flow. */
export function habitsOf(flow: readonly FlowBlock[]): Habits {
  let lines = 0
  let short = 0
  const manners = new Map<string, number>()
  const openings = new Map<string, number>()
  flow.forEach(({kind, text}, index) => {
    if (kind !== 'text') return
    lines++
    if (!isShort(text)) return
    if (!endsSentence(text) && !endsLeadIn(text)) short++
    count(manners, mannerOf(flow, index))
    count(openings, openingOf(text))
  })
  return {short: lines === 0 ? 0 : short / lines, manners, openings}
}

const count = (counts: Map<string, number>, key: string): unknown =>
  counts.set(key, (counts.get(key) ?? 0) + 1)

function mannerOf(flow: readonly FlowBlock[], index: number): string {
  const text = flow[index]?.text ?? ''
  return `${caseOf(text)} ${endOf(text)} ${/^\p{N}/u.test(text)} ${shapeOf(flow[index + 1])}`
}

const openingOf = (text: string): string => /[\p{L}\p{N}]+/u.exec(text)?.[0]?.toLowerCase() ?? ''

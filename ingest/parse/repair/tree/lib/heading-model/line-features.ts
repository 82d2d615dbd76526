/**
 * What tells a heading among lines without marks, as names of features. Only shapes, lengths, stops, case and neighbours:
 * no word of any language.
 */

import {endsLeadIn, endsSentence} from '../../../../sentence.ts'
import {headingLook, wordsIn} from '../prose.ts'
import {asks, bucket, caseOf, type FlowBlock, isShort, shapeOf} from './flow.ts'

/** Words up to which a line is counted with the shorter ones. */
const WORDS = [1, 2, 4, 7, 10, 14, 20]
/** How many times as long as a line the next block is. */
const TIMES = [0.7, 1.5, 3, 8]

/** What all lines of a flow share, counted once. */
export interface Habits {
  /** Share of the lines that are as short as headings and have no final stop. */
  short: number
  /** How often a line without a final stop ends, looks and is numbered in the same way and stands over like text. */
  manners: ReadonlyMap<string, number>
  /** How often short lines begin with the same word. */
  openings: ReadonlyMap<string, number>
}

/** Features of the block at an index of a flow. */
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

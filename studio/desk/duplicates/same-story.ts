/** Articles that tell the same story, as the Studio reads and compares them. */

import type {ReviewStatus} from '../../../schemas/names.ts'
import {likenessOf, shinglesOf} from '../../../schemas/similarity/fingerprint.ts'
import {type TextualBlock, textOf} from '../../../schemas/similarity/text.ts'

/** What is read of an article with a band in common. */
export interface Found {
  /** Of the review. */
  _id: string
  _createdAt: string
  article: string
  title: string | null
  sourceName: string | null
  status: ReviewStatus
  isPublished: boolean
  body: readonly TextualBlock[] | null
}

export interface Told extends Found {
  /** From 0 to 1: shingles in common. */
  likeness: number
}

/** Less alike than this, a band in common was chance. */
const LEAST_ALIKE = 0.3

/** More than this are not shown: a story told a hundred times is a source that repeats itself. */
const MOST_SHOWN = 50

/** Reviews with a band in common, with the draft's text, else the published one's. */
export const FOUND = `*[_type == "review" && _id != $id && count(bands[@ in $bands]) > 0] | order(_createdAt asc)[0...${MOST_SHOWN}]{
  _id, _createdAt, title, sourceName, status,
  "article": article._ref,
  "isPublished": defined(*[_id == ^.article._ref][0]._id),
  "body": coalesce(*[_id == "drafts." + ^.article._ref][0].body, *[_id == ^.article._ref][0].body)
}`

/** The others that are alike, the most alike first; `body` is this article's. */
export function toldAgain(body: readonly TextualBlock[], found: readonly Found[]): Told[] {
  const own = shinglesOf(textOf(body))
  return found
    .map((other) => ({...other, likeness: likenessOf(own, shinglesOf(textOf(other.body ?? [])))}))
    .filter(({likeness}) => likeness >= LEAST_ALIKE)
    .toSorted((a, b) => b.likeness - a.likeness)
}

/** In words: a number says more than there is to say. */
export function likenessName(likeness: number): string {
  if (likeness === 1) return 'The same text'
  if (likeness >= 0.8) return 'Nearly the same text'
  if (likeness >= 0.5) return 'Much of the same text'
  return 'Some of the same text'
}

/** Lines that only one of two articles has, in order. */
export function onlyIn(
  one: readonly TextualBlock[],
  other: readonly TextualBlock[],
): {mine: string[]; theirs: string[]} {
  const [mine, theirs] = [linesOf(one), linesOf(other)]
  const [own, known] = [new Set(mine), new Set(theirs)]
  return {mine: mine.filter((line) => !known.has(line)), theirs: theirs.filter((line) => !own.has(line))}
}

const linesOf = (body: readonly TextualBlock[]): string[] =>
  textOf(body)
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')

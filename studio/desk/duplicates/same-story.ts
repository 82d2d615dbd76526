/** Articles that tell the same story: the query that finds them, and how they are compared. Pure. */

import type {AnyBlock} from '../../../schemas/block-texts.ts'
import type {ReviewStatus} from '../../../schemas/names.ts'
import {shinglesOf, similarityOf} from '../../../schemas/similarity/fingerprint.ts'
import {plainTextOf} from '../../../schemas/similarity/text.ts'

/** An article whose fingerprint has a band in common with this article's. */
export interface Candidate {
  /** Id of the review. */
  _id: string
  _createdAt: string
  article: string
  title: string | null
  sourceName: string | null
  status: ReviewStatus
  isPublished: boolean
  body: readonly AnyBlock[] | null
}

/** An article that tells the same story. */
export interface SimilarArticle extends Candidate {
  /** The share of word sequences that the two have in common, from 0 to 1. */
  similarity: number
}

/** Below this similarity, the common band is a coincidence. */
const MIN_SIMILARITY = 0.3

/** Articles that are shown at most: a story with more is a source that repeats itself. */
const MAX_SHOWN = 50

/** Reviews with a band in common, each with the text of the draft, or of the published article where there is no draft. */
export const CANDIDATES = `*[_type == "review" && _id != $id && count(bands[@ in $bands]) > 0] | order(_createdAt asc)[0...${MAX_SHOWN}]{
  _id, _createdAt, title, sourceName, status,
  "article": article._ref,
  "isPublished": defined(*[_id == ^.article._ref][0]._id),
  "body": coalesce(*[_id == "drafts." + ^.article._ref][0].body, *[_id == ^.article._ref][0].body)
}`

/**
 * The candidates that are similar enough, the most similar first.
 *
 * @param body the body of this article
 */
export function similarArticles(body: readonly AnyBlock[], found: readonly Candidate[]): SimilarArticle[] {
  const own = shinglesOf(plainTextOf(body))
  return found
    .map((other) => ({...other, similarity: similarityOf(own, shinglesOf(plainTextOf(other.body ?? [])))}))
    .filter(({similarity}) => similarity >= MIN_SIMILARITY)
    .toSorted((a, b) => b.similarity - a.similarity)
}

/** A similarity in words, for editors: a number would suggest more precision than there is. */
export function similarityLabel(similarity: number): string {
  if (similarity === 1) return 'The same text'
  if (similarity >= 0.8) return 'Nearly the same text'
  if (similarity >= 0.5) return 'Much of the same text'
  return 'Some of the same text'
}

/** The lines that only one of two articles has, in order. */
export function differingLines(
  one: readonly AnyBlock[],
  other: readonly AnyBlock[],
): {mine: string[]; theirs: string[]} {
  const [mine, theirs] = [linesOf(one), linesOf(other)]
  const [own, known] = [new Set(mine), new Set(theirs)]
  return {mine: mine.filter((line) => !known.has(line)), theirs: theirs.filter((line) => !own.has(line))}
}

const linesOf = (body: readonly AnyBlock[]): string[] =>
  plainTextOf(body)
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')

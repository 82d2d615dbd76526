import {useEditState} from 'sanity'
import type {Review} from '../../schemas/sanity.types.ts'
import {reviewIdOf} from './review-id.ts'

export interface ReviewState {
  /** False until it is known whether there is one. */
  ready: boolean
  /** Null for an article that no pipeline wrote. */
  review: Review | null
}

/** The review of an article, live. */
export function useReview(articleId: string): ReviewState {
  const {published, ready} = useEditState(reviewIdOf(articleId), 'review')
  // The document store knows documents by shape only; the schema is what writes them.
  return {ready, review: published as Review | null}
}

import {useEditState} from 'sanity'
import type {Review} from '../../schemas/sanity.types.ts'
import {reviewIdOf} from './review-id.ts'

/** The review of an article, or that it has none. */
export interface ReviewState {
  /** False until it is known whether the article has a review. */
  ready: boolean
  /** Null for an article that was written in the Studio. */
  review: Review | null
}

/** The review of an article, live. */
export function useReview(articleId: string): ReviewState {
  const {published, ready} = useEditState(reviewIdOf(articleId), 'review')
  // The document store does not know the type, but only the pipeline and the desk write reviews.
  return {ready, review: published as Review | null}
}

import {useMemo} from 'react'
import {useEditState} from 'sanity'
import type {AnyBlock} from '../../../schemas/block-texts.ts'
import {reviewIdOf} from '../../review/review-id.ts'
import {useReview} from '../../review/use-review.ts'
import {API_VERSION} from '../../settings.ts'
import {type LiveResult, useLiveQuery} from '../../shared/use-live-query.ts'
import {CANDIDATES, type Candidate, type SimilarArticle, similarArticles} from './same-story.ts'

const OPTIONS = {
  apiVersion: API_VERSION,
  perspective: 'raw' as const,
  tag: 'copydesk.same-story',
  throttleTime: 2000,
}

/** The articles that tell the same story, and the body they are compared with. */
export interface SameStory {
  others: LiveResult<SimilarArticle[]>
  /** The body of this article, as the form shows it. */
  body: readonly AnyBlock[]
}

const NONE: readonly AnyBlock[] = []

/** Finds the articles that tell the same story as this one, live. */
export function useSameStory(articleId: string): SameStory {
  const {review} = useReview(articleId)
  const {draft, published} = useEditState(articleId, 'article')
  const bands = JSON.stringify(review?.bands ?? [])
  const params = useMemo(() => ({id: reviewIdOf(articleId), bands: JSON.parse(bands)}), [articleId, bands])
  const found = useLiveQuery<Candidate[]>(CANDIDATES, params, OPTIONS)
  const body = ((draft ?? published)?.body as AnyBlock[] | undefined) ?? NONE
  const others = useMemo(
    (): LiveResult<SimilarArticle[]> =>
      found.state === 'loaded' ? {state: 'loaded', result: similarArticles(body, found.result)} : found,
    [found, body],
  )
  return {others, body}
}

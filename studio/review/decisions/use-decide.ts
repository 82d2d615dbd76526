import {useToast} from '@sanity/ui/toast'
import {useCallback, useRef} from 'react'
import {useClient, useCurrentUser} from 'sanity'
import type {Review} from '../../../schemas/sanity.types.ts'
import {API_VERSION} from '../../settings.ts'
import {messageOf} from '../../shared/message-of.ts'
import {reviewIdOf} from '../review-id.ts'
import {useReview} from '../use-review.ts'
import type {DecisionInput} from './decision-patch.ts'
import {describeNewDecision} from './describe-new-decision.ts'
import {recordDecision} from './record-decision.ts'

/** Records a decision, and resolves to whether it was recorded. */
export type Decide = (input: Omit<DecisionInput, 'by' | 'at'>) => Promise<boolean>

/** In milliseconds; long enough to read who decided, and why. */
const READING = 20_000

const decidedToast = (meanwhile: string) => ({
  status: 'warning' as const,
  title: 'Somebody else decided first',
  description: `${meanwhile} Your decision was not recorded. Check the article and decide again if you still want to.`,
  duration: READING,
})

/** The client, and the review as the editor currently sees it. */
function useSeen(articleId: string) {
  const client = useClient({apiVersion: API_VERSION})
  const {review} = useReview(articleId)
  const seen = useRef(review)
  seen.current = review
  return {client, seen}
}

/**
 * Records decisions about an article on its review, unless somebody has decided since the editor last saw it. Shows a message then, and when
 * recording fails.
 */
export function useDecide(articleId: string): Decide {
  const user = useCurrentUser()
  const {push} = useToast()
  const {client, seen} = useSeen(articleId)
  const by = user?.id ?? 'unknown'
  return useCallback(
    async (input) => {
      const decision = {...input, by, at: new Date().toISOString()}
      try {
        const meanwhile = await recordDecision(client, reviewIdOf(articleId), seen.current, decision)
        if (meanwhile) push(decidedToast(meanwhile))
        return !meanwhile
      } catch (error) {
        push({
          status: 'error',
          title: 'The decision could not be recorded',
          description: messageOf(error),
        })
        return false
      }
    },
    [articleId, by, client, push, seen],
  )
}

/** Checks, before an irreversible action, that nobody else has decided since the editor last saw the review. Shows a message if somebody has. */
export function useNobodyDecided(articleId: string): () => Promise<boolean> {
  const {push} = useToast()
  const {client, seen} = useSeen(articleId)
  return useCallback(async () => {
    const known = seen.current
    const now = await client.getDocument<Review>(reviewIdOf(articleId), {tag: 'copydesk.decide'})
    const meanwhile = now && describeNewDecision(known, now)
    if (meanwhile) push(decidedToast(meanwhile))
    return !meanwhile
  }, [articleId, client, push, seen])
}

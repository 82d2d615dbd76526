import {useToast} from '@sanity/ui/toast'
import {useCallback, useRef} from 'react'
import {useClient, useCurrentUser} from 'sanity'
import type {Review} from '../../../schemas/sanity.types.ts'
import {API_VERSION} from '../../settings.ts'
import {messageOf} from '../../shared/message-of.ts'
import {reviewIdOf} from '../review-id.ts'
import {useReview} from '../use-review.ts'
import {decidedMeanwhile} from './decided-meanwhile.ts'
import type {DecisionInput} from './decision-patch.ts'
import {recordDecision} from './record-decision.ts'

export type Decide = (input: Omit<DecisionInput, 'by' | 'at'>) => Promise<boolean>

/** In milliseconds: long enough to read who decided what, and why. */
const READING = 20_000

const told = (meanwhile: string) => ({
  status: 'warning' as const,
  title: 'Somebody else has decided',
  description: `${meanwhile} Nothing of yours was recorded: look again, and decide anew if it still holds.`,
  duration: READING,
})

/** The client, and the review as the editor sees it at any time. */
function useSeen(articleId: string) {
  const client = useClient({apiVersion: API_VERSION})
  const {review} = useReview(articleId)
  const seen = useRef(review)
  seen.current = review
  return {client, seen}
}

/**
 * Records a decision about an article on its review, if nobody has decided since the editor last saw it. Says so when somebody has, or when
 * it fails; resolves to whether it succeeded.
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
        if (meanwhile) push(told(meanwhile))
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

/** Asks, before something is done that cannot be taken back, whether somebody else has decided meanwhile; says so then. */
export function useStillStands(articleId: string): () => Promise<boolean> {
  const {push} = useToast()
  const {client, seen} = useSeen(articleId)
  return useCallback(async () => {
    const known = seen.current
    const now = await client.getDocument<Review>(reviewIdOf(articleId), {tag: 'copydesk.decide'})
    const meanwhile = now && decidedMeanwhile(known, now)
    if (meanwhile) push(told(meanwhile))
    return !meanwhile
  }, [articleId, client, push, seen])
}

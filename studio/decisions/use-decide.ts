import {useToast} from '@sanity/ui/toast'
import {useCallback} from 'react'
import {useClient, useCurrentUser} from 'sanity'
import {messageOf} from '../errors/message-of.ts'
import {reviewIdOf} from '../review/review-id.ts'
import {API_VERSION} from '../settings.ts'
import {type DecisionInput, decisionPatch} from './decision-patch.ts'

export type Decide = (input: Omit<DecisionInput, 'by' | 'at'>) => Promise<boolean>

/** Records a decision about an article on its review. Says so when that fails; resolves to whether it succeeded. */
export function useDecide(articleId: string): Decide {
  const client = useClient({apiVersion: API_VERSION})
  const user = useCurrentUser()
  const {push} = useToast()
  const by = user?.id ?? 'unknown'
  return useCallback(
    async (input) => {
      const patch = decisionPatch({...input, by, at: new Date().toISOString()})
      try {
        await client.patch(reviewIdOf(articleId), patch).commit({tag: `copydesk.${input.decision}`})
        return true
      } catch (error) {
        push({
          status: 'error',
          title: 'The decision could not be recorded',
          description: messageOf(error),
        })
        return false
      }
    },
    [articleId, by, client, push],
  )
}

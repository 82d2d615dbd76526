import {useToast} from '@sanity/ui/toast'
import {useCallback} from 'react'
import {useClient, useCurrentUser} from 'sanity'
import type {Resolution} from '../../../schemas/names.ts'
import {API_VERSION} from '../../settings.ts'
import {messageOf} from '../../shared/message-of.ts'
import {reviewIdOf} from '../review-id.ts'

/** Sets the resolution of findings; undefined reopens them. */
export type Resolve = (findingKeys: readonly string[], state: Resolution | undefined) => Promise<void>

/** Records decisions about findings on the review, or removes them, in one transaction. */
export function useResolve(articleId: string): Resolve {
  const client = useClient({apiVersion: API_VERSION})
  const user = useCurrentUser()
  const {push} = useToast()
  const by = user?.id ?? 'unknown'
  return useCallback(
    async (findingKeys, state) => {
      const transaction = client.transaction()
      const resolution = {_type: 'resolution', state, by, at: new Date().toISOString()}
      for (const key of findingKeys) {
        const path = `findings[_key=="${key}"].resolution`
        const patch = client.patch(reviewIdOf(articleId))
        transaction.patch(state ? patch.set({[path]: resolution}) : patch.unset([path]))
      }
      try {
        await transaction.commit({tag: 'copydesk.resolve'})
      } catch (error) {
        push({
          status: 'error',
          title: 'The decision could not be recorded',
          description: messageOf(error),
        })
      }
    },
    [articleId, by, client, push],
  )
}

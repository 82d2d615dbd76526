import {useToast} from '@sanity/ui/toast'
import {useCallback} from 'react'
import {useClient, useCurrentUser} from 'sanity'
import type {Resolution} from '../../schemas/names.ts'
import {reviewIdOf} from '../review/review-id.ts'
import {API_VERSION} from '../settings.ts'

export type Resolve = (findingKey: string, state: Resolution | undefined) => Promise<void>

/** Records what an editor decided about a finding, or takes that back. */
export function useResolve(articleId: string): Resolve {
  const client = useClient({apiVersion: API_VERSION})
  const user = useCurrentUser()
  const {push} = useToast()
  const by = user?.id ?? 'unknown'
  return useCallback(
    async (findingKey, state) => {
      const path = `findings[_key=="${findingKey}"].resolution`
      const patch = client.patch(reviewIdOf(articleId))
      const resolution = {_type: 'resolution', state, by, at: new Date().toISOString()}
      try {
        await (state ? patch.set({[path]: resolution}) : patch.unset([path])).commit({
          tag: 'copydesk.resolve',
        })
      } catch (error) {
        push({
          status: 'error',
          title: 'Not recorded',
          description: error instanceof Error ? error.message : String(error),
        })
      }
    },
    [articleId, by, client, push],
  )
}

import {useToast} from '@sanity/ui/toast'
import {useCallback} from 'react'
import {type SanityDocument, useClient, useCurrentUser} from 'sanity'
import type {Resolution} from '../../../schemas/names.ts'
import {API_VERSION} from '../../settings.ts'
import type {Block} from './body-window.ts'
import {changeBody} from './change-body.ts'
import {reasonOf} from './publish-draft.ts'

/**
 * Stores a new body with the decisions that led to it, and shows a message. Resolves to whether it was stored.
 *
 * @param title the message on success
 */
export type WriteBody = (
  body: readonly Block[],
  resolutions: Readonly<Record<string, Resolution | null>>,
  title: string,
) => Promise<boolean>

/** Writes the body of an article. */
export function useWriteBody(articleId: string, article: SanityDocument | null): WriteBody {
  const client = useClient({apiVersion: API_VERSION})
  const by = useCurrentUser()?.id ?? 'unknown'
  const {push} = useToast()
  return useCallback(
    async (body, resolutions, title) => {
      if (!article) return false
      try {
        const at = new Date().toISOString()
        await changeBody(client, {articleId, article, body, resolutions, by, at})
        push({status: 'success', title})
        return true
      } catch (error) {
        push({status: 'error', title: 'Nothing was changed', description: reasonOf(error)})
        return false
      }
    },
    [article, articleId, by, client, push],
  )
}

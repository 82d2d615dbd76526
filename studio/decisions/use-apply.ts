import {useToast} from '@sanity/ui/toast'
import {useCallback} from 'react'
import {useClient, useCurrentUser, useEditState} from 'sanity'
import {reasonOf} from '../actions/publish-draft.ts'
import type {StoredFinding} from '../review/findings.ts'
import {API_VERSION} from '../settings.ts'
import {applySuggestion, DoesNotFitError} from './apply-suggestion.ts'

export type Apply = (finding: StoredFinding) => Promise<void>

/** Applies suggestions to an article; says so when one does not fit any more. */
export function useApply(articleId: string): Apply {
  const client = useClient({apiVersion: API_VERSION})
  const user = useCurrentUser()
  const {draft, published} = useEditState(articleId, 'article')
  const {push} = useToast()
  const by = user?.id ?? 'unknown'
  return useCallback(
    async (finding) => {
      const article = draft ?? published
      if (!article) return
      try {
        await applySuggestion(client, {articleId, finding, article, by, at: new Date().toISOString()})
        push({
          status: 'success',
          title: 'Applied',
          description: 'The change is in the draft. You can undo it in the form.',
        })
      } catch (error) {
        push(
          error instanceof DoesNotFitError
            ? {status: 'warning', title: 'The suggestion no longer fits', description: error.message}
            : {status: 'error', title: 'Not applied', description: reasonOf(error)},
        )
      }
    },
    [articleId, by, client, draft, published, push],
  )
}

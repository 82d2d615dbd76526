import type {SanityClient} from '@sanity/client'
import {useToast} from '@sanity/ui/toast'
import {useCallback, useEffect, useState} from 'react'
import {type DocumentActionProps, useClient, useSyncState, useValidationStatus} from 'sanity'
import {API_VERSION} from '../../settings.ts'
import {publishDraft, reasonOf} from '../decisions/publish-draft.ts'
import {useDecide, useNobodyDecided} from '../decisions/use-decide.ts'
import {useReview} from '../use-review.ts'

/** Shown when the form has errors. */
export const INVALID_FIELD = 'A field has an error. See the markers in the form.'

/** Publishing of one draft. */
export interface Publishing {
  isBusy: boolean
  /** Whether the form shows an error. */
  isInvalid: boolean
  start: () => void
}

/** Publishes the revision that the editor sees, once everything typed is saved and validated, and records the decision. */
export function usePublish(props: DocumentActionProps): Publishing {
  const {id, type, draft, onComplete} = props
  const {isSyncing} = useSyncState(id, type)
  const validation = useValidationStatus(draft?._id ?? id, type, true)
  const {push} = useToast()
  const publish = usePublishNow(props)
  const [stage, setStage] = useState<'idle' | 'waiting' | 'publishing'>('idle')
  const isInvalid = validation.validation.some(({level}) => level === 'error')
  const isSettled = !isSyncing && !validation.isValidating && validation.revision === draft?._rev

  useEffect(() => {
    if (stage !== 'waiting' || !isSettled) return
    if (isInvalid) {
      setStage('idle')
      push({status: 'error', title: 'Not published', description: INVALID_FIELD})
      return
    }
    setStage('publishing')
    publish().finally(() => {
      setStage('idle')
      onComplete()
    })
  }, [isInvalid, isSettled, onComplete, publish, push, stage])

  return {isBusy: stage !== 'idle', isInvalid, start: () => setStage('waiting')}
}

function usePublishNow({id, draft, published}: DocumentActionProps): () => Promise<void> {
  const client: SanityClient = useClient({apiVersion: API_VERSION})
  const {review} = useReview(id)
  const decide = useDecide(id)
  const nobodyDecided = useNobodyDecided(id)
  const {push} = useToast()
  return useCallback(async () => {
    if (!draft) return
    try {
      if (!(await nobodyDecided())) return
      const articleRev = await publishDraft(client, {id, draft, published})
      if (!review || (await decide({decision: 'published', articleRev}))) {
        push({status: 'success', title: 'Published', description: String(draft.title ?? '')})
      }
    } catch (error) {
      push({status: 'error', title: 'Not published', description: reasonOf(error)})
    }
  }, [client, decide, draft, id, nobodyDecided, published, push, review])
}

import {useEffect, useRef} from 'react'
import type {DocumentActionComponent, DocumentActionProps} from 'sanity'
import {useDocumentOperationEvent} from 'sanity'
import type {Decision} from '../../../schemas/names.ts'
import {useDecide} from '../decisions/use-decide.ts'
import {useReview} from '../use-review.ts'

/**
 * One of the Studio's own actions, with its dialogs and checks, that also records a decision on the review when the
 * operation has succeeded.
 */
export function recordAfter(
  original: DocumentActionComponent,
  operation: 'unpublish' | 'delete',
  decision: Decision,
): DocumentActionComponent {
  const useOriginal = original
  // biome-ignore lint/correctness/noComponentHookFactories: made once for each original, in article-actions.ts
  const Recorded: DocumentActionComponent = (props: DocumentActionProps) => {
    const description = useOriginal(props)
    const event = useDocumentOperationEvent(props.id, props.type)
    const {review} = useReview(props.id)
    const decide = useDecide(props.id)
    const recorded = useRef<unknown>(undefined)
    const articleRev = useRef<string | undefined>(undefined)
    const current = (props.published ?? props.draft)?._rev
    useEffect(() => {
      if (current) articleRev.current = current
    }, [current])
    useEffect(() => {
      if (event?.type !== 'success' || event.op !== operation || recorded.current === event || !review) return
      recorded.current = event
      decide({decision, ...(articleRev.current ? {articleRev: articleRev.current} : {})})
    }, [decide, event, review])
    return description
  }
  if (original.action) Recorded.action = original.action
  Recorded.displayName = `Recorded(${original.displayName ?? original.action ?? operation})`
  return Recorded
}

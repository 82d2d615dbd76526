import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {PublishIcon} from '@sanity/icons/Publish'
import {useToast} from '@sanity/ui/toast'
import {useCallback, useEffect, useState} from 'react'
import {
  type DocumentActionComponent,
  useClient,
  useDocumentOperation,
  useDocumentPairPermissions,
  usePerspective,
  useSyncState,
  useValidationStatus,
} from 'sanity'
import {API_VERSION} from '../../settings.ts'
import {SHORTCUTS} from '../../shortcuts/shortcuts.ts'
import {publishDraft, reasonOf} from '../decisions/publish-draft.ts'
import {useDecide, useStillStands} from '../decisions/use-decide.ts'
import {openErrors} from '../findings.ts'
import {useReview} from '../use-review.ts'
import {OpenErrors} from './open-errors.tsx'

/**
 * Takes the place of the Studio's own publish action for articles: open errors and missing fields stand in its way, it
 * publishes exactly the revision the editor sees, and it records the decision on the review.
 */
export const PublishArticle: DocumentActionComponent = ({
  id,
  type,
  draft,
  published,
  version,
  onComplete,
}) => {
  const client = useClient({apiVersion: API_VERSION})
  const {publish} = useDocumentOperation(id, type)
  const {isSyncing} = useSyncState(id, type)
  const validation = useValidationStatus(draft?._id ?? id, type, true)
  const [permissions, permissionsLoading] = useDocumentPairPermissions({id, type, permission: 'publish'})
  const {review, ready} = useReview(id)
  const decide = useDecide(id)
  const stillStands = useStillStands(id)
  const {push} = useToast()
  const {selectedPerspectiveName} = usePerspective()
  const [stage, setStage] = useState<'idle' | 'blocked' | 'waiting' | 'publishing'>('idle')

  const invalid = validation.validation.some((marker) => marker.level === 'error')
  const settled = !isSyncing && !validation.isValidating && validation.revision === draft?._rev
  const errors = openErrors(review)

  const run = useCallback(async () => {
    if (!draft) return
    setStage('publishing')
    try {
      if (!(await stillStands())) {
        setStage('idle')
        onComplete()
        return
      }
      const articleRev = await publishDraft(client, {id, draft, published})
      if (!review || (await decide({decision: 'published', articleRev}))) {
        push({status: 'success', title: 'Published', description: String(draft.title ?? '')})
      }
    } catch (error) {
      push({status: 'error', title: 'Not published', description: reasonOf(error)})
    }
    setStage('idle')
    onComplete()
  }, [client, decide, draft, id, onComplete, published, push, review, stillStands])

  // What was typed last must have reached the lake, and been checked, before it is published.
  useEffect(() => {
    if (stage !== 'waiting' || !settled) return
    if (invalid) {
      setStage('idle')
      push({
        status: 'error',
        title: 'Not published',
        description: 'A field needs correcting. The marks in the form say which.',
      })
    } else run()
  }, [invalid, push, run, settled, stage])

  if (!draft && published && review && review.status !== 'approved') {
    return {
      label: 'Approve',
      icon: CheckmarkCircleIcon,
      tone: 'positive',
      title: 'It was published outside the desk. Record that the desk agrees.',
      onHandle: () => decide({decision: 'approved', articleRev: published._rev}).finally(onComplete),
    }
  }

  // Readers' view has nothing to publish, and a version in a release is published with its release.
  if (selectedPerspectiveName === 'published' || version) return null

  const reason = !draft
    ? published
      ? 'Published, and nothing has changed since.'
      : 'Nothing to publish yet.'
    : !permissionsLoading && !permissions?.granted
      ? 'You may not publish articles.'
      : invalid
        ? 'A field needs correcting. The marks in the form say which.'
        : ''

  return {
    label: stage === 'publishing' || stage === 'waiting' ? 'Publishing…' : 'Publish',
    icon: PublishIcon,
    tone: errors.length > 0 ? 'caution' : 'default',
    title: reason,
    shortcut: SHORTCUTS.publish,
    disabled:
      reason !== '' ||
      !ready ||
      permissionsLoading ||
      Boolean(publish.disabled) ||
      stage === 'publishing' ||
      stage === 'waiting',
    onHandle: () => setStage(errors.length > 0 ? 'blocked' : 'waiting'),
    dialog: stage === 'blocked' && {
      type: 'dialog',
      header: 'Not ready to publish',
      onClose: () => setStage('idle'),
      content: <OpenErrors errors={errors} onClose={() => setStage('idle')} />,
    },
  }
}
PublishArticle.action = 'publish'
PublishArticle.displayName = 'PublishArticle'

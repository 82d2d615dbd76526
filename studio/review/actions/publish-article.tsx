import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {PublishIcon} from '@sanity/icons/Publish'
import {useState} from 'react'
import {
  type DocumentActionComponent,
  useDocumentOperation,
  useDocumentPairPermissions,
  usePerspective,
} from 'sanity'
import {SHORTCUTS} from '../../shortcuts/shortcuts.ts'
import {useDecide} from '../decisions/use-decide.ts'
import {openErrors} from '../findings.ts'
import {useReview} from '../use-review.ts'
import {OpenErrors} from './open-errors.tsx'
import {INVALID_FIELD, usePublish} from './use-publish.ts'

/**
 * Replaces the Studio's own publish action for articles. Open errors and invalid fields prevent publishing, exactly the revision that the editor sees is
 * published, and the decision is recorded on the review.
 */
export const PublishArticle: DocumentActionComponent = (props) => {
  const {id, type, draft, published, version, onComplete} = props
  const operation = useDocumentOperation(id, type).publish
  const [permissions, isLoading] = useDocumentPairPermissions({id, type, permission: 'publish'})
  const {review, ready} = useReview(id)
  const decide = useDecide(id)
  const {selectedPerspectiveName} = usePerspective()
  const {isBusy, isInvalid, start} = usePublish(props)
  const [showsErrors, setShowsErrors] = useState(false)
  const errors = openErrors(review)

  if (!draft && published && review && review.status !== 'approved') {
    return {
      label: 'Approve',
      icon: CheckmarkCircleIcon,
      tone: 'positive',
      title: 'This article was published outside the desk. Record that the desk approves it',
      onHandle: () => decide({decision: 'approved', articleRev: published._rev}).finally(onComplete),
    }
  }
  // The published perspective has nothing to publish, and a version is published with its release.
  if (selectedPerspectiveName === 'published' || version) return null

  const reason = reasonAgainst({
    hasDraft: Boolean(draft),
    isPublished: Boolean(published),
    isForbidden: !isLoading && !permissions?.granted,
    isInvalid,
  })
  return {
    label: isBusy ? 'Publishing…' : 'Publish',
    icon: PublishIcon,
    tone: errors.length > 0 ? 'caution' : 'default',
    title: reason,
    shortcut: SHORTCUTS.publish.keys,
    disabled: reason !== '' || !ready || isLoading || Boolean(operation.disabled) || isBusy,
    onHandle: () => (errors.length > 0 ? setShowsErrors(true) : start()),
    dialog: showsErrors && {
      type: 'dialog',
      header: 'Not ready to publish',
      onClose: () => setShowsErrors(false),
      content: <OpenErrors errors={errors} onClose={() => setShowsErrors(false)} />,
    },
  }
}
PublishArticle.action = 'publish'
PublishArticle.displayName = 'PublishArticle'

interface PublishState {
  hasDraft: boolean
  isPublished: boolean
  isForbidden: boolean
  isInvalid: boolean
}

/** Why the article cannot be published; empty if it can. */
function reasonAgainst({hasDraft, isPublished, isForbidden, isInvalid}: PublishState): string {
  if (!hasDraft)
    return isPublished ? 'Published. Nothing has changed since.' : 'There is nothing to publish yet.'
  if (isForbidden) return 'You do not have permission to publish articles.'
  return isInvalid ? INVALID_FIELD : ''
}

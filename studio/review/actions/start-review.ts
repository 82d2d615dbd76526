import {EyeOpenIcon} from '@sanity/icons/EyeOpen'
import type {DocumentActionComponent} from 'sanity'
import {SHORTCUTS} from '../../shortcuts/shortcuts.ts'
import {useDecide} from '../decisions/use-decide.ts'
import {useReview} from '../use-review.ts'

/** Takes an article from the queue and assigns it to the current user. */
export const StartReview: DocumentActionComponent = ({id, draft, onComplete}) => {
  const {review} = useReview(id)
  const decide = useDecide(id)
  if (review?.status !== 'needsReview') return null
  return {
    label: 'Start review',
    icon: EyeOpenIcon,
    tone: 'primary',
    shortcut: SHORTCUTS.startReview.keys,
    title: 'Move it to “In review” and assign it to you',
    onHandle: () =>
      decide({decision: 'assigned', ...(draft ? {articleRev: draft._rev} : {})}).finally(onComplete),
  }
}
StartReview.displayName = 'StartReview'

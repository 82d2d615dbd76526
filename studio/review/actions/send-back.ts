import {UndoIcon} from '@sanity/icons/Undo'
import type {DocumentActionComponent} from 'sanity'
import {SHORTCUTS} from '../../shortcuts/shortcuts.ts'
import {useDecide} from '../decisions/use-decide.ts'
import {useReview} from '../use-review.ts'

/** Returns an article that is in review or rejected to the queue. */
export const SendBack: DocumentActionComponent = ({id, onComplete}) => {
  const {review} = useReview(id)
  const decide = useDecide(id)
  if (review?.status !== 'inReview' && review?.status !== 'rejected') return null
  return {
    label: 'Send back to the queue',
    icon: UndoIcon,
    shortcut: SHORTCUTS.sendBack.keys,
    title: 'Move it to “Needs review” and unassign it',
    onHandle: () => decide({decision: 'reopened'}).finally(onComplete),
  }
}
SendBack.displayName = 'SendBack'

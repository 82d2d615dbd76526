import {UserIcon} from '@sanity/icons/User'
import {useState} from 'react'
import type {DocumentActionComponent} from 'sanity'
import {SHORTCUTS} from '../../shortcuts/shortcuts.ts'
import {useDecide} from '../decisions/use-decide.ts'
import {useReview} from '../use-review.ts'
import {ColleagueForm} from './colleague-form.tsx'

/** Assigns an article to a colleague. */
export const HandOver: DocumentActionComponent = ({id, draft, onComplete}) => {
  const {review} = useReview(id)
  const decide = useDecide(id)
  const [open, setOpen] = useState(false)
  if (!review || review.status === 'approved' || review.status === 'rejected') return null
  const close = () => setOpen(false)
  return {
    label: 'Hand over…',
    icon: UserIcon,
    shortcut: SHORTCUTS.handOver.keys,
    title: 'Assign this article to a colleague',
    onHandle: () => setOpen(true),
    dialog: open && {
      type: 'dialog',
      header: 'Hand over this article',
      width: 'small',
      onClose: close,
      content: (
        <ColleagueForm
          assignee={review.assignee}
          onCancel={close}
          onConfirm={async (to, note) => {
            const articleRev = draft?._rev
            const input = {
              decision: 'handed' as const,
              to,
              ...(note ? {note} : {}),
              ...(articleRev ? {articleRev} : {}),
            }
            if (await decide(input)) {
              close()
              onComplete()
            }
          }}
        />
      ),
    },
  }
}
HandOver.displayName = 'HandOver'

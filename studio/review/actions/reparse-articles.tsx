import {SyncIcon} from '@sanity/icons/Sync'
import {useState} from 'react'
import type {DocumentActionComponent} from 'sanity'
import {settings} from '../../settings.ts'
import {Reparse} from './reparse.tsx'

/**
 * Parses the kept pages of a source again, as its profile is now: first it shows what would change, then it is done. Only on a desk of its own, whose
 * endpoint is on the page's origin.
 */
export const ReparseArticles: DocumentActionComponent = ({id, onComplete}) => {
  const [open, setOpen] = useState(false)
  const {origin} = settings
  if (!origin) return null
  const close = () => {
    setOpen(false)
    onComplete()
  }
  return {
    label: 'Re-parse articles…',
    icon: SyncIcon,
    onHandle: () => setOpen(true),
    dialog: open && {
      type: 'dialog',
      header: 'Re-parse the articles of this source',
      width: 'medium',
      onClose: close,
      content: <Reparse origin={origin} target={{source: id.replace(/^drafts\./, '')}} onClose={close} />,
    },
  }
}
ReparseArticles.displayName = 'ReparseArticles'

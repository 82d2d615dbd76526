import {SyncIcon} from '@sanity/icons/Sync'
import {useState} from 'react'
import {type DocumentActionComponent, getPublishedId} from 'sanity'
import {settings} from '../../settings.ts'
import {Reparse} from './reparse.tsx'

/**
 * Parses the stored pages of a source again with its current profile, after showing what would change. Only on a local desk, whose ingest service is on
 * the origin of the page.
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
      content: <Reparse origin={origin} target={{source: getPublishedId(id)}} onClose={close} />,
    },
  }
}
ReparseArticles.displayName = 'ReparseArticles'

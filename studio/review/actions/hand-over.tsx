import {UserIcon} from '@sanity/icons/User'
import {Button, Flex, Stack, Text, TextArea, TextInput} from '@sanity/ui'
import {useId, useMemo, useState} from 'react'
import {type DocumentActionComponent, useCurrentUser} from 'sanity'
import {API_VERSION} from '../../settings.ts'
import {useLiveQuery} from '../../shared/use-live-query.ts'
import {SHORTCUTS} from '../../shortcuts/shortcuts.ts'
import {useDecide} from '../decisions/use-decide.ts'
import {useReview} from '../use-review.ts'

/** Gives an article to a colleague, who finds it among those assigned to them. */
export const HandOver: DocumentActionComponent = ({id, draft, onComplete}) => {
  const {review} = useReview(id)
  const decide = useDecide(id)
  const [open, setOpen] = useState(false)
  if (!review || review.status === 'approved' || review.status === 'rejected') return null
  const close = () => setOpen(false)
  return {
    label: 'Hand over…',
    icon: UserIcon,
    shortcut: SHORTCUTS.handOver,
    title: 'Gives it to a colleague.',
    onHandle: () => setOpen(true),
    dialog: open && {
      type: 'dialog',
      header: 'Hand this article over',
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

/** Who has decided or been given something: all that a dataset knows of the people at the desk. */
const PEOPLE = `array::unique(array::compact([
  ...*[_type == "review" && defined(assignee)][0...2000].assignee,
  ...*[_type == "review" && count(decisions) > 0] | order(_updatedAt desc)[0...200].decisions[].by
]))`
const PARAMS = {}
const OPTIONS = {
  apiVersion: API_VERSION,
  perspective: 'raw' as const,
  tag: 'copydesk.people',
  throttleTime: 5000,
}
const QUERY = {fetch: PEOPLE, listen: '*[_type == "review"]'}

interface ColleagueFormProps {
  assignee: string | undefined
  onCancel: () => void
  onConfirm: (to: string, note: string) => Promise<void>
}

function ColleagueForm({assignee, onCancel, onConfirm}: ColleagueFormProps) {
  const [to, setTo] = useState('')
  const [note, setNote] = useState('')
  const [busy, setBusy] = useState(false)
  const list = useId()
  const me = useCurrentUser()?.id
  const people = useLiveQuery<string[]>(QUERY as never, PARAMS, OPTIONS)
  const known = useMemo(
    () =>
      people.state === 'loaded'
        ? people.result.filter((person) => person !== me && person !== assignee && person !== 'unknown')
        : [],
    [people, me, assignee],
  )
  const wanted = to.trim()
  const confirm = async () => {
    if (!wanted || busy) return
    setBusy(true)
    await onConfirm(wanted, note.trim())
    setBusy(false)
  }
  return (
    <Stack gap={4}>
      <Stack gap={2}>
        <Text size={1} as="label" htmlFor="hand-over-to">
          To whom? The name that the Studio shows for them, or their user id.
        </Text>
        <TextInput
          id="hand-over-to"
          list={list}
          autoFocus
          autoComplete="off"
          fontSize={2}
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') confirm()
          }}
        />
        <datalist id={list}>
          {known.map((person) => (
            <option key={person} value={person} />
          ))}
        </datalist>
      </Stack>
      <Stack gap={2}>
        <Text size={1} as="label" htmlFor="hand-over-note">
          What should they know?
        </Text>
        <TextArea
          id="hand-over-note"
          rows={3}
          fontSize={2}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) confirm()
          }}
        />
      </Stack>
      <Flex gap={2} justify="flex-end">
        <Button mode="bleed" text="Cancel" onClick={onCancel} disabled={busy} />
        <Button text="Hand over" disabled={!wanted || busy} loading={busy} onClick={confirm} />
      </Flex>
    </Stack>
  )
}

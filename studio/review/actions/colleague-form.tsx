import {Button, Flex, Stack, Text, TextArea, TextInput} from '@sanity/ui'
import {useId, useMemo, useState} from 'react'
import {useCurrentUser} from 'sanity'
import {API_VERSION} from '../../settings.ts'
import {useLiveQuery} from '../../shared/use-live-query.ts'
import {isPressed} from '../../shortcuts/is-pressed.ts'
import {SHORTCUTS} from '../../shortcuts/shortcuts.ts'

/** Everybody who has been assigned an article or has decided about one. A dataset knows no other editors. */
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
  /** User id of the current assignee. */
  assignee: string | undefined
  onCancel: () => void
  onConfirm: (to: string, note: string) => Promise<void>
}

/** Asks which colleague takes the article over, and for a note. */
export function ColleagueForm({assignee, onCancel, onConfirm}: ColleagueFormProps) {
  const [to, setTo] = useState('')
  const [note, setNote] = useState('')
  const [busy, setBusy] = useState(false)
  const name = to.trim()
  const confirm = async () => {
    if (!name || busy) return
    setBusy(true)
    await onConfirm(name, note.trim())
    setBusy(false)
  }
  return (
    <Stack gap={4}>
      <NameField assignee={assignee} value={to} onChange={setTo} onEnter={confirm} />
      <Stack gap={2}>
        <Text size={1} as="label" htmlFor="hand-over-note">
          Is there anything they should know?
        </Text>
        <TextArea
          id="hand-over-note"
          rows={3}
          fontSize={2}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (isPressed(SHORTCUTS.confirm, event)) confirm()
          }}
        />
      </Stack>
      <Flex gap={2} justify="flex-end">
        <Button mode="bleed" text="Cancel" onClick={onCancel} disabled={busy} />
        <Button text="Hand over" disabled={!name || busy} loading={busy} onClick={confirm} />
      </Flex>
    </Stack>
  )
}

interface NameFieldProps {
  assignee: string | undefined
  value: string
  onChange: (value: string) => void
  onEnter: () => void
}

/** A text field that suggests the colleagues who are known. */
function NameField({assignee, value, onChange, onEnter}: NameFieldProps) {
  const list = useId()
  const me = useCurrentUser()?.id
  const people = useLiveQuery<string[]>(QUERY as never, PARAMS, OPTIONS)
  const colleagues = useMemo(
    () =>
      people.state === 'loaded'
        ? people.result.filter((person) => person !== me && person !== assignee && person !== 'unknown')
        : [],
    [people, me, assignee],
  )
  return (
    <Stack gap={2}>
      <Text size={1} as="label" htmlFor="hand-over-to">
        To whom? Enter the name that the Studio shows for them, or their user id.
      </Text>
      <TextInput
        id="hand-over-to"
        list={list}
        autoFocus
        autoComplete="off"
        fontSize={2}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (isPressed(SHORTCUTS.storeField, event)) onEnter()
        }}
      />
      <datalist id={list}>
        {colleagues.map((person) => (
          <option key={person} value={person} />
        ))}
      </datalist>
    </Stack>
  )
}

import {CloseCircleIcon} from '@sanity/icons/CloseCircle'
import {Button, Flex, Stack, Text, TextArea} from '@sanity/ui'
import {useState} from 'react'
import type {DocumentActionComponent} from 'sanity'
import {isPressed} from '../../shortcuts/is-pressed.ts'
import {SHORTCUTS} from '../../shortcuts/shortcuts.ts'
import {useDecide} from '../decisions/use-decide.ts'
import {useReview} from '../use-review.ts'

/** Rejects an article, with a reason. Its draft is kept, so that it can be sent back to the queue. */
export const RejectArticle: DocumentActionComponent = ({id, draft, onComplete}) => {
  const {review} = useReview(id)
  const decide = useDecide(id)
  const [open, setOpen] = useState(false)
  if (!review || review.status === 'rejected' || review.status === 'approved') return null
  const close = () => setOpen(false)
  return {
    label: 'Reject…',
    icon: CloseCircleIcon,
    shortcut: SHORTCUTS.reject.keys,
    tone: 'critical',
    onHandle: () => setOpen(true),
    dialog: open && {
      type: 'dialog',
      header: 'Reject this article',
      width: 'small',
      onClose: close,
      content: (
        <ReasonForm
          onCancel={close}
          onConfirm={async (note) => {
            const articleRev = draft?._rev
            if (await decide({decision: 'rejected', note, ...(articleRev ? {articleRev} : {})})) {
              close()
              onComplete()
            }
          }}
        />
      ),
    },
  }
}
RejectArticle.displayName = 'RejectArticle'

interface ReasonFormProps {
  onCancel: () => void
  onConfirm: (reason: string) => Promise<void>
}

function ReasonForm({onCancel, onConfirm}: ReasonFormProps) {
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const confirm = async () => {
    setBusy(true)
    await onConfirm(reason.trim())
    setBusy(false)
  }
  return (
    <Stack gap={4}>
      <Text size={1} as="label" htmlFor="reject-reason">
        Why? Your colleagues see the reason under “Decisions”.
      </Text>
      <TextArea
        id="reject-reason"
        rows={4}
        autoFocus
        fontSize={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (isPressed(SHORTCUTS.confirm, event) && reason.trim()) confirm()
        }}
      />
      <Flex gap={2} justify="flex-end">
        <Button mode="bleed" text="Cancel" onClick={onCancel} disabled={busy} />
        <Button
          tone="critical"
          text="Reject"
          disabled={!reason.trim() || busy}
          loading={busy}
          onClick={confirm}
        />
      </Flex>
    </Stack>
  )
}

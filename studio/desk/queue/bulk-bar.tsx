import {Box, Button, Card, Dialog, Flex, Text, TextInput} from '@sanity/ui'
import {type ComponentProps, useState} from 'react'
import type {ReviewStatus} from '../../../schemas/names.ts'
import {Reparse} from '../../review/actions/reparse.tsx'
import {articleIdOf} from '../../review/review-id.ts'
import {settings} from '../../settings.ts'
import {useBulkDecisions} from './use-bulk-decisions.ts'

interface BulkBarProps {
  /** Ids of the selected reviews. */
  selected: readonly string[]
  /** Their status. */
  status: ReviewStatus
  onDone: () => void
}

/** Decisions about all selected articles at once. */
export function BulkBar({selected, status, onDone}: BulkBarProps) {
  const decisions = useBulkDecisions(selected, status, onDone)
  const {busy} = decisions
  return (
    <Card tone="primary" paddingX={4} paddingY={3} borderBottom>
      <Flex gap={2} align="center" wrap="wrap">
        <Text size={1} weight="medium">
          {selected.length} selected
        </Text>
        <Small text="Assign to me" disabled={busy} onClick={decisions.assignToMe} />
        {status !== 'rejected' && (
          <>
            <Small
              mode="ghost"
              text="Publish clean ones"
              title="Publish the articles without open errors or warnings and without invalid fields"
              disabled={busy}
              onClick={decisions.publish}
            />
            <RejectWithReason busy={busy} onReject={decisions.reject} />
          </>
        )}
        {settings.origin && <ReparseSelected selected={selected} origin={settings.origin} busy={busy} />}
        <Small mode="bleed" text="Clear selection" disabled={busy} onClick={onDone} />
      </Flex>
    </Card>
  )
}

function Small(props: ComponentProps<typeof Button>) {
  return <Button fontSize={1} padding={2} {...props} />
}

function RejectWithReason({busy, onReject}: {busy: boolean; onReject: (reason: string) => Promise<void>}) {
  const [reason, setReason] = useState<string>()
  if (reason === undefined)
    return <Small tone="critical" mode="ghost" text="Reject…" disabled={busy} onClick={() => setReason('')} />
  return (
    <>
      <TextInput
        aria-label="Reason for rejecting them"
        placeholder="Why? Your colleagues see the reason"
        fontSize={1}
        padding={2}
        autoFocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Small
        tone="critical"
        text="Reject"
        disabled={busy || !reason.trim()}
        onClick={() => onReject(reason.trim())}
      />
    </>
  )
}

interface ReparseSelectedProps {
  selected: readonly string[]
  origin: string
  busy: boolean
}

function ReparseSelected({selected, origin, busy}: ReparseSelectedProps) {
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <Small
        mode="ghost"
        text="Re-parse…"
        title="Parse the stored pages of these articles again. You see what would change first"
        disabled={busy}
        onClick={() => setOpen(true)}
      />
      {open && (
        <Dialog
          id="reparse-several"
          header={`Re-parse ${selected.length === 1 ? 'this article' : `these ${selected.length} articles`}`}
          width={1}
          zOffset={1000}
          onClose={close}
        >
          <Box padding={4}>
            <Reparse origin={origin} target={{articles: selected.map(articleIdOf)}} onClose={close} />
          </Box>
        </Dialog>
      )}
    </>
  )
}

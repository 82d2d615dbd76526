import {Button, Card, Flex, Text, TextInput} from '@sanity/ui'
import {useToast} from '@sanity/ui/toast'
import {useState} from 'react'
import {useClient, useCurrentUser} from 'sanity'
import type {Decision} from '../../schemas/names.ts'
import {decisionPatch} from '../decisions/decision-patch.ts'
import {API_VERSION} from '../settings.ts'
import {publishClean} from './publish-clean.ts'

/** Reviews in one transaction: small enough for any limit of the API. */
const BATCH = 100

interface BulkBarProps {
  /** Ids of the chosen reviews. */
  chosen: readonly string[]
  onDone: () => void
}

/** What can be decided about several articles at once. */
export function BulkBar({chosen, onDone}: BulkBarProps) {
  const client = useClient({apiVersion: API_VERSION})
  const by = useCurrentUser()?.id ?? 'unknown'
  const {push} = useToast()
  const [busy, setBusy] = useState(false)
  const [reason, setReason] = useState<string>()
  const decide = async (decision: Decision, note?: string) => {
    setBusy(true)
    const patch = decisionPatch({decision, by, at: new Date().toISOString(), ...(note ? {note} : {})})
    try {
      for (let at = 0; at < chosen.length; at += BATCH) {
        const transaction = client.transaction()
        for (const id of chosen.slice(at, at + BATCH)) transaction.patch(id, patch)
        await transaction.commit({visibility: 'async', tag: `copydesk.${decision}`})
      }
      push({
        status: 'success',
        title: `${chosen.length} ${decision === 'rejected' ? 'rejected' : 'assigned to you'}`,
      })
      setReason(undefined)
      onDone()
    } catch (error) {
      push({
        status: 'error',
        title: 'Not all could be decided about',
        description: error instanceof Error ? error.message : String(error),
      })
    }
    setBusy(false)
  }
  const publish = async () => {
    setBusy(true)
    try {
      const {published, left} = await publishClean(client, chosen, by, () => new Date().toISOString())
      push({
        status: left.size > 0 ? 'warning' : 'success',
        title: `${published} published`,
        description: Array.from(left, ([reason, count]) => `${count} left: ${reason}`).join('; '),
      })
      onDone()
    } catch (error) {
      push({
        status: 'error',
        title: 'Not published',
        description: error instanceof Error ? error.message : String(error),
      })
    }
    setBusy(false)
  }
  return (
    <Card tone="primary" paddingX={4} paddingY={3} borderBottom={true}>
      <Flex gap={2} align="center" wrap="wrap">
        <Text size={1} weight="medium">
          {chosen.length} selected
        </Text>
        <Button
          fontSize={1}
          padding={2}
          text="Assign to me"
          disabled={busy}
          onClick={() => decide('assigned')}
        />
        <Button
          fontSize={1}
          padding={2}
          mode="ghost"
          text="Publish clean ones"
          title="Those with no open error or warning, and every field that is needed"
          disabled={busy}
          onClick={publish}
        />
        {reason === undefined ? (
          <Button
            fontSize={1}
            padding={2}
            tone="critical"
            mode="ghost"
            text="Reject…"
            disabled={busy}
            onClick={() => setReason('')}
          />
        ) : (
          <>
            <TextInput
              aria-label="Why they are rejected"
              placeholder="Why? Colleagues see the reason"
              fontSize={1}
              padding={2}
              autoFocus={true}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            <Button
              fontSize={1}
              padding={2}
              tone="critical"
              text="Reject"
              disabled={busy || !reason.trim()}
              onClick={() => decide('rejected', reason.trim())}
            />
          </>
        )}
        <Button
          fontSize={1}
          padding={2}
          mode="bleed"
          text="Clear selection"
          disabled={busy}
          onClick={onDone}
        />
      </Flex>
    </Card>
  )
}

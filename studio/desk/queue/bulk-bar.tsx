import {Box, Button, Card, Dialog, Flex, Text, TextInput} from '@sanity/ui'
import {useToast} from '@sanity/ui/toast'
import {useState} from 'react'
import {useClient, useCurrentUser, useSource, validateDocument} from 'sanity'
import type {Decision, ReviewStatus} from '../../../schemas/names.ts'
import {Reparse} from '../../review/actions/reparse.tsx'
import {decideMany} from '../../review/decisions/decide-many.ts'
import {leftOf, type Outcome} from '../../review/decisions/outcome.ts'
import {API_VERSION, settings} from '../../settings.ts'
import {messageOf} from '../../shared/message-of.ts'
import {publishClean} from './publish-clean.ts'

interface BulkBarProps {
  /** Ids of the chosen reviews. */
  chosen: readonly string[]
  /** Where they stand. */
  status: ReviewStatus
  onDone: () => void
}

/** What can be decided about several articles at once. */
export function BulkBar({chosen, status, onDone}: BulkBarProps) {
  const client = useClient({apiVersion: API_VERSION})
  const source = useSource()
  const by = useCurrentUser()?.id ?? 'unknown'
  const {push} = useToast()
  const [busy, setBusy] = useState(false)
  const [reason, setReason] = useState<string>()
  const [isReparsing, setReparsing] = useState(false)

  const attempt = async (what: string, act: () => Promise<Outcome>) => {
    setBusy(true)
    try {
      const outcome = await act()
      const description = leftOf(outcome)
      push({status: description ? 'warning' : 'success', title: `${outcome.done} ${what}`, description})
      setReason(undefined)
      onDone()
    } catch (error) {
      push({status: 'error', title: 'Not all could be decided about', description: messageOf(error)})
    }
    setBusy(false)
  }
  const now = () => new Date().toISOString()
  const decide = (decision: Decision, what: string, note?: string) =>
    attempt(what, () =>
      decideMany(client, chosen, status, {decision, by, at: now(), ...(note ? {note} : {})}),
    )
  const publish = () =>
    attempt('published', () =>
      publishClean(client, chosen, {
        by,
        now,
        isWrong: async (document) => {
          const markers = await validateDocument({document, workspace: source})
          return markers.some(({level}) => level === 'error')
        },
      }),
    )

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
          onClick={() => decide('assigned', 'assigned to you')}
        />
        {status !== 'rejected' && (
          <Button
            fontSize={1}
            padding={2}
            mode="ghost"
            text="Publish clean ones"
            title="Those with no open error or warning, and nothing that the form marks as wrong"
            disabled={busy}
            onClick={publish}
          />
        )}
        {status !== 'rejected' &&
          (reason === undefined ? (
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
                onClick={() => decide('rejected', 'rejected', reason.trim())}
              />
            </>
          ))}
        {settings.origin && (
          <Button
            fontSize={1}
            padding={2}
            mode="ghost"
            text="Re-parse…"
            title="Parses their kept pages again, with the profiles of their sources; shows first what would change"
            disabled={busy}
            onClick={() => setReparsing(true)}
          />
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
      {isReparsing && settings.origin && (
        <Dialog
          id="reparse-several"
          header={`Re-parse ${chosen.length === 1 ? 'this article' : `these ${chosen.length} articles`}`}
          width={1}
          zOffset={1000}
          onClose={() => setReparsing(false)}
        >
          <Box padding={4}>
            <Reparse
              origin={settings.origin}
              target={{articles: chosen.map((id) => id.replace(/^review\./, ''))}}
              onClose={() => setReparsing(false)}
            />
          </Box>
        </Dialog>
      )}
    </Card>
  )
}

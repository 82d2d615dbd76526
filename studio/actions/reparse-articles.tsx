import {SyncIcon} from '@sanity/icons/Sync'
import {Box, Button, Card, Flex, Spinner, Stack, Text} from '@sanity/ui'
import {useEffect, useState} from 'react'
import type {DocumentActionComponent} from 'sanity'
import {messageOf} from '../errors/message-of.ts'
import {settings} from '../settings.ts'
import {type ReparseAnswer, requestReparse, summaryOf} from './reparse-source.ts'

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
      content: <Reparse origin={origin} source={id.replace(/^drafts\./, '')} onClose={close} />,
    },
  }
}
ReparseArticles.displayName = 'ReparseArticles'

interface ReparseProps {
  origin: string
  source: string
  onClose: () => void
}

function Reparse({origin, source, onClose}: ReparseProps) {
  const [answer, setAnswer] = useState<ReparseAnswer>()
  const [error, setError] = useState<string>()
  const [isDone, setDone] = useState(false)
  const [busy, setBusy] = useState(true)
  const ask = async (dryRun: boolean) => {
    setBusy(true)
    try {
      setAnswer(await requestReparse(origin, source, dryRun))
      setDone(!dryRun)
    } catch (reason) {
      setError(messageOf(reason))
    } finally {
      setBusy(false)
    }
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, when the dialog opens
  useEffect(() => {
    ask(true)
  }, [])
  const moved = answer?.articles.filter(({outcome}) => outcome !== 'unchanged') ?? []
  return (
    <Stack gap={4} data-testid="reparse">
      {error && (
        <Card tone="critical" padding={3} radius={2}>
          <Text size={1}>{error}</Text>
        </Card>
      )}
      {answer && <Text size={1}>{sentenceOf(answer, isDone)}</Text>}
      {!answer && !error && <Spinner muted={true} />}
      <Box style={{maxHeight: '50vh', overflow: 'auto'}}>
        <Stack gap={3}>
          {moved.map((article) => (
            <Stack key={article.articleId} gap={2}>
              <Text size={1} weight="medium">
                {article.title ?? article.articleId}
              </Text>
              <Text size={1} muted={true}>
                {summaryOf(article)}
              </Text>
            </Stack>
          ))}
        </Stack>
      </Box>
      <Flex gap={2} justify="flex-end">
        <Button mode="bleed" text={isDone ? 'Close' : 'Cancel'} onClick={onClose} disabled={busy && isDone} />
        {!isDone && (
          <Button
            tone="primary"
            text="Re-parse"
            disabled={busy || !answer || answer.counts.changed + answer.counts.kept === 0}
            loading={busy && answer !== undefined}
            onClick={() => ask(false)}
          />
        )}
      </Flex>
    </Stack>
  )
}

function sentenceOf({counts, articles}: ReparseAnswer, isDone: boolean): string {
  const {changed, kept, failed} = counts
  const of = `of ${articles.length} ${articles.length === 1 ? 'article' : 'articles'}`
  const parts = [
    isDone ? `${changed} ${of} changed` : `${changed} ${of} would change`,
    ...(kept > 0 ? [`${kept} kept as an editor left them`] : []),
    ...(failed > 0 ? [`${failed} failed`] : []),
  ]
  return `${parts.join(', ')}. What an editor changed is never overwritten, and what is published stays as it is until it is published again.`
}

import {Box, Button, Card, Flex, Spinner, Stack, Text} from '@sanity/ui'
import {useEffect, useState} from 'react'
import {messageOf} from '../../shared/message-of.ts'
import {type ReparseAnswer, type ReparseTarget, requestReparse, summaryOf} from './reparse-source.ts'

interface ReparseProps {
  origin: string
  target: ReparseTarget
  onClose: () => void
}

/** Shows what parsing stored pages again would change, then does it. */
export function Reparse({origin, target, onClose}: ReparseProps) {
  const [answer, setAnswer] = useState<ReparseAnswer>()
  const [error, setError] = useState<string>()
  const [isDone, setDone] = useState(false)
  const [busy, setBusy] = useState(true)
  const ask = async (dryRun: boolean) => {
    setBusy(true)
    try {
      setAnswer(await requestReparse(origin, target, dryRun))
      setDone(!dryRun)
    } catch (reason) {
      setError(messageOf(reason))
    } finally {
      setBusy(false)
    }
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs once, when the dialog opens
  useEffect(() => {
    ask(true)
  }, [])
  const affected = answer?.articles.filter(({outcome}) => outcome !== 'unchanged') ?? []
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
          {affected.map((article) => (
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
    ...(kept > 0 ? [`${kept} kept as edited`] : []),
    ...(failed > 0 ? [`${failed} failed`] : []),
  ]
  return `${parts.join(', ')}. Edits are never overwritten, and published articles stay unchanged until they are published again.`
}

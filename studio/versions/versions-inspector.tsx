import {SyncIcon} from '@sanity/icons/Sync'
import {Badge, Box, Button, Card, Flex, Stack, Text} from '@sanity/ui'
import {type DocumentInspectorProps, defineDocumentInspector} from 'sanity'
import {DocumentInspectorHeader} from 'sanity/structure'
import {Snippet} from '../inspectors/snippet.tsx'
import {useReview} from '../review/use-review.ts'
import {chooseBlock} from '../workbench/place.ts'
import {type Change, wordsOf} from './changes.ts'
import {useVersions, type Versions} from './use-versions.ts'

const LOOK = {
  open: {tone: 'default', text: 'Changed at the source'},
  conflict: {tone: 'caution', text: 'You changed this too'},
  there: {tone: 'positive', text: 'In the article already'},
} as const

/** What the source changed since the article was made, block by block. */
function VersionsInspector({documentId, onClose}: DocumentInspectorProps) {
  const {review} = useReview(documentId)
  const {changes, decide} = useVersions(documentId, review)
  const conflicts = changes.filter(({state}) => state === 'conflict').length
  return (
    <Flex direction="column" height="fill" overflow="hidden">
      <DocumentInspectorHeader
        title="Newer version"
        onClose={onClose}
        closeButtonLabel="Close newer version"
        flex="none"
        as="header"
      />
      <Box flex={1} overflow="auto" padding={3} data-testid="versions">
        {changes.length === 0 ? (
          <Box padding={4}>
            <Text size={1} muted={true} align="center">
              The source has not changed since this article was made, or you have decided about all of it.
            </Text>
          </Box>
        ) : (
          <Stack gap={4}>
            <Text size={1} muted={true}>
              {changes.length === 1 ? '1 place' : `${changes.length} places`} changed at the source
              {conflicts > 0 && `, ${conflicts} of them changed by you too`}.
            </Text>
            <Choices changes={changes} decide={decide} all={true} />
            {changes.map((change) => (
              <ChangeCard
                key={change.id}
                change={change}
                decide={decide}
                onShow={() => {
                  const block = change.before[0]?._key ?? change.follows
                  if (block) chooseBlock(documentId, block)
                }}
              />
            ))}
          </Stack>
        )}
      </Box>
    </Flex>
  )
}

interface ChangeCardProps {
  change: Change
  decide: Versions['decide']
  onShow: () => void
}

function ChangeCard({change, decide, onShow}: ChangeCardProps) {
  const {tone, text} = LOOK[change.state]
  return (
    <Card border={true} radius={3} overflow="hidden" data-testid="change" data-state={change.state}>
      <Card as="button" onClick={onShow} padding={3} style={{width: '100%'}}>
        <Stack gap={3}>
          <Flex>
            <Badge tone={tone}>{text}</Badge>
          </Flex>
          <Snippet
            before={change.before.map(wordsOf).join('\n') || undefined}
            after={
              change.after.map(wordsOf).join('\n') || (change.before.length > 0 ? '(taken out)' : undefined)
            }
          />
          {change.state === 'conflict' && (
            <Text size={1} muted={true} data-testid="mine">
              {change.mine.length > 0
                ? `Yours: ${change.mine.map(wordsOf).join('\n')}`
                : 'You took this out.'}
            </Text>
          )}
        </Stack>
      </Card>
      <Box padding={2}>
        <Choices changes={[change]} decide={decide} all={false} />
      </Box>
    </Card>
  )
}

interface ChoicesProps {
  changes: readonly Change[]
  decide: Versions['decide']
  all: boolean
}

function Choices({changes, decide, all}: ChoicesProps) {
  const of = all ? ' for all' : ''
  const mode = all ? 'ghost' : 'bleed'
  return (
    <Flex gap={1}>
      <Button
        mode={mode}
        fontSize={1}
        padding={2}
        text={`Take theirs${of}`}
        onClick={() => decide(changes, 'theirs')}
      />
      <Button
        mode={mode}
        fontSize={1}
        padding={2}
        text={`Keep mine${of}`}
        onClick={() => decide(changes, 'mine')}
      />
    </Flex>
  )
}

export const versionsInspector = defineDocumentInspector({
  name: 'copydesk-versions',
  component: VersionsInspector,
  useMenuItem: ({documentId}) => {
    const {review} = useReview(documentId)
    return {
      title: 'Newer version',
      icon: SyncIcon,
      showAsAction: true,
      hidden: !review?.newerBase,
      status: 'caution',
      tone: 'caution',
    }
  },
})

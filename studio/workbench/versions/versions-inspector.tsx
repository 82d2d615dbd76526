import {SyncIcon} from '@sanity/icons/Sync'
import {Badge, Box, Button, Card, Flex, Stack, Text} from '@sanity/ui'
import {type DocumentInspectorProps, defineDocumentInspector} from 'sanity'
import {useReview} from '../../review/use-review.ts'
import {InspectorFrame} from '../../shared/inspector-frame.tsx'
import {Snippet} from '../../shared/snippet.tsx'
import {chooseBlock} from '../in-step/place.ts'
import {type Change, wordsOf} from './changes.ts'
import {type FieldChange, shown} from './fields.ts'
import {useVersions, type Versions} from './use-versions.ts'

const LOOK = {
  open: {tone: 'default', text: 'Changed at the source'},
  conflict: {tone: 'caution', text: 'You changed this too'},
  there: {tone: 'positive', text: 'In the article already'},
} as const

/** What the source changed since the article was made, block by block. */
function VersionsInspector({documentId, onClose}: DocumentInspectorProps) {
  const {review} = useReview(documentId)
  const {changes, fields, decide} = useVersions(documentId, review)
  const all = changes.length + fields.length
  const conflicts = [...changes, ...fields].filter(({state}) => state === 'conflict').length
  return (
    <InspectorFrame title="Newer version" testId="versions" onClose={onClose}>
      {all === 0 ? (
        <Box padding={4}>
          <Text size={1} muted={true} align="center">
            The source has not changed since this article was made, or you have decided about all of it.
          </Text>
        </Box>
      ) : (
        <Stack gap={4}>
          <Text size={1} muted={true}>
            {all === 1 ? '1 place' : `${all} places`} changed at the source
            {conflicts > 0 && `, ${conflicts} of them changed by you too`}.
          </Text>
          <Choices chosen={{changes, fields}} decide={decide} all={true} />
          {fields.map((change) => (
            <FieldCard key={change.field} change={change} decide={decide} />
          ))}
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
    </InspectorFrame>
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
        <Choices chosen={{changes: [change]}} decide={decide} all={false} />
      </Box>
    </Card>
  )
}

function FieldCard({change, decide}: {change: FieldChange; decide: Versions['decide']}) {
  const {tone, text} = LOOK[change.state]
  return (
    <Card
      border={true}
      radius={3}
      data-testid="field-change"
      data-field={change.field}
      data-state={change.state}
    >
      <Box padding={3}>
        <Stack gap={3}>
          <Flex gap={2} align="center">
            <Badge tone={tone}>{text}</Badge>
            <Text size={1} weight="medium">
              {change.name}
            </Text>
          </Flex>
          <Snippet before={shown(change.before)} after={shown(change.after)} />
          {change.state === 'conflict' && (
            <Text size={1} muted={true}>
              Yours: {shown(change.mine)}
            </Text>
          )}
        </Stack>
      </Box>
      <Box padding={2} paddingTop={0}>
        <Choices chosen={{fields: [change]}} decide={decide} all={false} />
      </Box>
    </Card>
  )
}

interface ChoicesProps {
  chosen: Parameters<Versions['decide']>[0]
  decide: Versions['decide']
  all: boolean
}

function Choices({chosen, decide, all}: ChoicesProps) {
  const of = all ? ' for all' : ''
  const mode = all ? 'ghost' : 'bleed'
  return (
    <Flex gap={1}>
      <Button
        mode={mode}
        fontSize={1}
        padding={2}
        text={`Take theirs${of}`}
        onClick={() => decide(chosen, 'theirs')}
      />
      <Button
        mode={mode}
        fontSize={1}
        padding={2}
        text={`Keep mine${of}`}
        onClick={() => decide(chosen, 'mine')}
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

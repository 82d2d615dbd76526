import {Badge, Box, Button, Card, Flex, Stack, Text} from '@sanity/ui'
import {Snippet} from '../../shared/snippet.tsx'
import {blockText, type Change} from './changes.ts'
import {type FieldChange, valueText} from './fields.ts'
import type {Versions} from './use-versions.ts'

const LOOK = {
  open: {tone: 'default', text: 'Changed at the source'},
  conflict: {tone: 'caution', text: 'You edited this too'},
  there: {tone: 'positive', text: 'Already in the article'},
} as const

interface ChangeCardProps {
  change: Change
  decide: Versions['decide']
  onShow: () => void
}

/** One change of the text. */
export function ChangeCard({change, decide, onShow}: ChangeCardProps) {
  const {tone, text} = LOOK[change.state]
  return (
    <Card border={true} radius={3} overflow="hidden" data-testid="change" data-state={change.state}>
      <Card as="button" onClick={onShow} padding={3} style={{width: '100%'}}>
        <Stack gap={3}>
          <Flex>
            <Badge tone={tone}>{text}</Badge>
          </Flex>
          <Snippet
            before={change.before.map(blockText).join('\n') || undefined}
            after={
              change.after.map(blockText).join('\n') || (change.before.length > 0 ? '(removed)' : undefined)
            }
          />
          {change.state === 'conflict' && (
            <Text size={1} muted={true} data-testid="mine">
              {change.mine.length > 0
                ? `Yours: ${change.mine.map(blockText).join('\n')}`
                : 'You removed this.'}
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

/** One change of another field. */
export function FieldChangeCard({change, decide}: {change: FieldChange; decide: Versions['decide']}) {
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
              {change.title}
            </Text>
          </Flex>
          <Snippet before={valueText(change.before)} after={valueText(change.after)} />
          {change.state === 'conflict' && (
            <Text size={1} muted={true}>
              Yours: {valueText(change.mine)}
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

/** The buttons that decide about changes. */
export function Choices({chosen, decide, all}: ChoicesProps) {
  const of = all ? ' for all' : ''
  const mode = all ? 'ghost' : 'bleed'
  return (
    <Flex gap={1}>
      <Button
        mode={mode}
        fontSize={1}
        padding={2}
        text={`Use newer${of}`}
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

import {CheckmarkIcon} from '@sanity/icons/Checkmark'
import {CloseIcon} from '@sanity/icons/Close'
import {UndoIcon} from '@sanity/icons/Undo'
import {Badge, Box, Button, Card, Flex, Stack, Text} from '@sanity/ui'
import type {ComponentType} from 'react'
import type {Resolution} from '../../schemas/names.ts'
import {ACTION_TITLES, RESOLUTION_TITLES} from '../../schemas/titles.ts'
import {suggestionOf} from '../decisions/apply-suggestion.ts'
import type {StoredFinding} from '../review/findings.ts'
import {SEVERITY_LOOK} from '../review/severity-look.ts'
import {Snippet} from './snippet.tsx'

export interface FindingCardProps {
  finding: StoredFinding
  selected: boolean
  /** Go to its place in the article and in the source. */
  onShow?: () => void
  onResolve: (state: Resolution | undefined) => void
  /** Make the suggested change. */
  onApply: () => void
}

export function FindingCard({finding, selected, onShow, onResolve, onApply}: FindingCardProps) {
  const {icon: Icon, tone} = SEVERITY_LOOK[finding.severity]
  const {resolution} = finding
  const suggestion = suggestionOf(finding)
  return (
    <Card
      border={true}
      radius={3}
      overflow="hidden"
      tone={selected ? 'primary' : 'inherit'}
      data-testid="finding"
      data-code={finding.code}
    >
      <Card
        {...(onShow ? {as: 'button', onClick: onShow, 'aria-pressed': selected} : {})}
        padding={3}
        style={{width: '100%'}}
        tone="inherit"
        muted={Boolean(resolution)}
      >
        <Stack gap={3}>
          <Flex gap={3}>
            <Text size={1} muted={Boolean(resolution)}>
              <Icon />
            </Text>
            <Box flex={1}>
              <Text size={1} muted={Boolean(resolution)}>
                {finding.message}
              </Text>
            </Box>
          </Flex>
          {suggestion && (
            <Text size={1} muted={true}>
              {suggestion.title}
            </Text>
          )}
          <Snippet before={finding.before} after={finding.after} />
        </Stack>
      </Card>
      <Flex padding={2} paddingLeft={3} gap={2} align="center" justify="space-between">
        <Flex gap={2} align="center" wrap="wrap">
          <Badge tone={resolution ? 'positive' : tone}>
            {resolution ? RESOLUTION_TITLES[resolution.state] : ACTION_TITLES[finding.action]}
          </Badge>
        </Flex>
        <Flex gap={1}>
          {resolution ? (
            // What was applied is in the article; the form's undo takes it back there.
            resolution.state !== 'applied' && (
              <Choice icon={UndoIcon} text="Reopen" onClick={() => onResolve(undefined)} />
            )
          ) : (
            <>
              {suggestion && <Choice icon={CheckmarkIcon} text="Apply" onClick={onApply} />}
              {finding.action === 'suggested' ? (
                <Choice icon={CloseIcon} text="Dismiss" onClick={() => onResolve('dismissed')} />
              ) : (
                <Choice icon={CheckmarkIcon} text="Done" onClick={() => onResolve('kept')} />
              )}
            </>
          )}
        </Flex>
      </Flex>
    </Card>
  )
}

function Choice({icon, text, onClick}: {icon: ComponentType; text: string; onClick: () => void}) {
  return <Button mode="bleed" fontSize={1} padding={2} icon={icon} text={text} onClick={onClick} />
}

import {CheckmarkIcon} from '@sanity/icons/Checkmark'
import {CloseIcon} from '@sanity/icons/Close'
import {RevertIcon} from '@sanity/icons/Revert'
import {UndoIcon} from '@sanity/icons/Undo'
import {Badge, Button, Card, Flex, Stack, Text} from '@sanity/ui'
import type {ComponentType} from 'react'
import {useTimeAgo, useUser} from 'sanity'
import {findingKindOf, findingTitleOf} from '../../../schemas/findings.ts'
import {ACTION_TITLES, RESOLUTION_TITLES} from '../../../schemas/titles.ts'
import {suggestionOf} from '../../review/decisions/apply-suggestion.ts'
import type {FindingActions} from '../../review/decisions/use-finding-actions.ts'
import type {StoredFinding} from '../../review/findings.ts'
import {SEVERITY_LOOK} from '../../review/severity-look.ts'
import {Snippet} from '../../shared/snippet.tsx'

export interface FindingCardProps {
  finding: StoredFinding
  selected: boolean
  /** Go to its place in the article and in the source. */
  onShow?: () => void
  actions: FindingActions
}

export function FindingCard({finding, selected, onShow, actions}: FindingCardProps) {
  const {icon: Icon, tone} = SEVERITY_LOOK[finding.severity]
  const {resolution} = finding
  const suggestion = suggestionOf(finding)
  const misfit = suggestion && !resolution ? actions.misfit(finding) : undefined
  const checked = finding.action === 'applied-check' && !resolution
  const fixed = checked ? actions.fixed(finding) : undefined
  return (
    <Card
      border={true}
      radius={3}
      overflow="hidden"
      tone={selected ? 'primary' : 'inherit'}
      data-testid="finding"
      data-code={finding.code}
      data-key={finding._key}
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
            <Stack gap={2} flex={1}>
              <Text
                size={1}
                weight="medium"
                muted={Boolean(resolution)}
                title={findingKindOf(finding.code)?.description}
              >
                {findingTitleOf(finding.code)}
              </Text>
              <Text size={1} muted={Boolean(resolution)}>
                {finding.message}
              </Text>
            </Stack>
          </Flex>
          {suggestion && (
            <Text size={1} muted={true}>
              {suggestion.title}
            </Text>
          )}
          <Snippet before={finding.before} after={finding.after} />
          {misfit && (
            <Text size={1} muted={true} data-testid="misfit">
              This no longer fits: {misfit}
            </Text>
          )}
          {resolution && (
            <Text size={1} muted={true}>
              <Decided {...resolution} />
            </Text>
          )}
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
            (actions.undoable(finding) || !CHANGING.has(resolution.state)) && (
              <Choice
                icon={UndoIcon}
                text={CHANGING.has(resolution.state) ? 'Undo' : 'Reopen'}
                onClick={() => actions.undo(finding)}
              />
            )
          ) : (
            <>
              {suggestion && !misfit && (
                <Choice icon={CheckmarkIcon} text="Apply" onClick={() => actions.apply([finding])} />
              )}
              {checked && !fixed && (
                <Choice icon={RevertIcon} text="Revert" onClick={() => actions.revert(finding)} />
              )}
              {finding.action === 'suggested' ? (
                <Choice
                  icon={CloseIcon}
                  text="Dismiss"
                  onClick={() => actions.resolve([finding], 'dismissed')}
                />
              ) : (
                <Choice
                  icon={CheckmarkIcon}
                  text={checked ? 'Keep' : 'Done'}
                  {...(fixed && {title: fixed})}
                  onClick={() => actions.resolve([finding], 'kept')}
                />
              )}
            </>
          )}
        </Flex>
      </Flex>
    </Card>
  )
}

/** Decisions that changed the article. */
const CHANGING: ReadonlySet<string> = new Set(['applied', 'reverted'])

/** Who decided, and when. */
function Decided({by, at}: {by: string; at: string}) {
  const [user] = useUser(by)
  const ago = useTimeAgo(at, {agoSuffix: true})
  return `${user?.displayName ?? by}, ${ago}`
}

interface ChoiceProps {
  icon: ComponentType
  text: string
  title?: string
  onClick: () => void
}

function Choice(props: ChoiceProps) {
  return <Button mode="bleed" fontSize={1} padding={2} {...props} />
}

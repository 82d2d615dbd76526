import {Badge, Card, Flex, Stack, Text} from '@sanity/ui'
import {useTimeAgo, useUser} from 'sanity'
import {findingKindOf, findingTitleOf} from '../../../schemas/findings.ts'
import {ACTION_TITLES} from '../../../schemas/titles.ts'
import type {FindingActions} from '../../review/decisions/finding-actions.ts'
import {decisionTitleOf, isPutBack} from '../../review/decisions/put-back.ts'
import {suggestionOf} from '../../review/decisions/suggestion.ts'
import type {StoredFinding} from '../../review/findings.ts'
import {SEVERITY_LOOK} from '../../review/severity-look.ts'
import {Snippet} from '../../shared/snippet.tsx'
import {FindingButtons} from './finding-buttons.tsx'

interface FindingCardProps {
  finding: StoredFinding
  selected: boolean
  /** Goes to the place of the finding in the article and in the source. */
  onShow?: () => void
  actions: FindingActions
}

/** One finding: what was found, the text before and after, and the buttons to decide about it. */
export function FindingCard({finding, selected, onShow, actions}: FindingCardProps) {
  const {resolution} = finding
  const isUndecidedSuggestion = suggestionOf(finding) !== undefined && !resolution
  const problem = isUndecidedSuggestion ? actions.applyProblem(finding) : undefined
  return (
    <Card
      border
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
        <Description finding={finding} problem={problem} />
      </Card>
      <Flex padding={2} paddingLeft={3} gap={2} align="center" justify="space-between" wrap="wrap">
        <Flex gap={2} align="center" wrap="wrap">
          <Badge tone={resolution ? 'positive' : SEVERITY_LOOK[finding.severity].tone}>
            {decisionTitleOf(finding) ?? openTitleOf(finding, problem)}
          </Badge>
        </Flex>
        <FindingButtons finding={finding} canApply={isUndecidedSuggestion && !problem} actions={actions} />
      </Flex>
    </Card>
  )
}

/** What the pipeline did about a finding that nobody has decided about. */
function openTitleOf(finding: StoredFinding, problem: string | undefined): string {
  if (!isPutBack(finding)) return ACTION_TITLES[finding.action]
  // Nothing else is in the way of a passage.
  return problem ? 'In the article' : 'Left out, please check'
}

function Description({finding, problem}: {finding: StoredFinding; problem: string | undefined}) {
  const {code, message, before, after, resolution, severity} = finding
  const {icon: Icon} = SEVERITY_LOOK[severity]
  const suggestion = suggestionOf(finding)
  const isDecided = Boolean(resolution)
  return (
    <Stack gap={3}>
      <Flex gap={3}>
        <Text size={1} muted={isDecided}>
          <Icon />
        </Text>
        <Stack gap={2} flex={1}>
          <Text size={1} weight="medium" muted={isDecided} title={findingKindOf(code)?.description}>
            {findingTitleOf(code)}
          </Text>
          <Text size={1} muted={isDecided}>
            {message}
          </Text>
        </Stack>
      </Flex>
      {suggestion && !(isPutBack(finding) && (isDecided || problem)) && (
        <Text size={1} muted>
          {suggestion.title}
        </Text>
      )}
      <Snippet before={before} after={after} />
      {problem && (
        <Text size={1} muted data-testid="apply-problem">
          {isPutBack(finding) ? problem : `This suggestion no longer fits: ${problem}`}
        </Text>
      )}
      {resolution && (
        <Text size={1} muted>
          <DecidedBy {...resolution} />
        </Text>
      )}
    </Stack>
  )
}

/** Who decided, and when. */
function DecidedBy({by, at}: {by: string; at: string}) {
  const [user] = useUser(by)
  const ago = useTimeAgo(at, {agoSuffix: true})
  return `${user?.displayName ?? by}, ${ago}`
}

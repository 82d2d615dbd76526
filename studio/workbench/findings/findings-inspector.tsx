import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {SearchIcon} from '@sanity/icons/Search'
import {Flex, Label, Stack, Text} from '@sanity/ui'
import {type DocumentInspectorProps, defineDocumentInspector} from 'sanity'
import {useDocumentPane} from 'sanity/structure'
import {placeOfPassage} from '../../review/decisions/put-back.ts'
import {useFindingActions} from '../../review/decisions/use-finding-actions.ts'
import {countOpen, groupFindings, type StoredFinding} from '../../review/findings.ts'
import {FINDINGS_INSPECTOR} from '../../review/findings-inspector-name.ts'
import {selectFinding, useSelectedFinding} from '../../review/selected-finding.ts'
import {SEVERITY_LOOK} from '../../review/severity-look.ts'
import {useReview} from '../../review/use-review.ts'
import {InspectorFrame} from '../../shared/inspector-frame.tsx'
import {Loading} from '../../shared/states.tsx'
import {chooseBlock} from '../in-step/place.ts'
import {FindingCard} from './finding-card.tsx'
import {KindActions} from './kind-actions.tsx'

/** Lists the findings of the article, live. */
function FindingsInspector({documentId, onClose}: DocumentInspectorProps) {
  const {review, ready} = useReview(documentId)
  const selected = useSelectedFinding(documentId)
  const actions = useFindingActions(documentId, review)
  const {onFocus, onPathOpen} = useDocumentPane()
  const findings = review?.findings ?? []

  const show = (finding: StoredFinding) => {
    selectFinding(documentId, finding._key)
    const blockKey = finding.targets?.[0]?.blockKey ?? placeOfPassage(finding)
    if (!blockKey) return
    chooseBlock(documentId, blockKey)
    const path = ['body', {_key: blockKey}]
    onPathOpen(path)
    onFocus(path)
  }

  return (
    <InspectorFrame title="Findings" testId="findings" onClose={onClose}>
      {!ready ? (
        <Loading />
      ) : findings.length === 0 ? (
        <NoFindings hasReview={review !== null} />
      ) : (
        <Stack gap={5} paddingY={2}>
          {groupFindings(findings).map((group) => (
            <Stack gap={3} key={group.severity} as="section">
              <Label size={1} muted={true}>
                {SEVERITY_LOOK[group.severity].plural} ({group.findings.length})
              </Label>
              <KindActions findings={group.findings} actions={actions} />
              <Stack gap={2}>
                {group.findings.map((finding) => (
                  <FindingCard
                    key={finding._key}
                    finding={finding}
                    selected={finding._key === selected}
                    onShow={() => show(finding)}
                    actions={actions}
                  />
                ))}
              </Stack>
            </Stack>
          ))}
        </Stack>
      )}
    </InspectorFrame>
  )
}

function NoFindings({hasReview}: {hasReview: boolean}) {
  return (
    <Flex direction="column" align="center" gap={4} padding={5}>
      <Text size={3} muted={true}>
        <CheckmarkCircleIcon />
      </Text>
      <Text size={1} muted={true} align="center">
        {hasReview
          ? 'No findings. The source was clean.'
          : 'This article was written here, so there is nothing to check.'}
      </Text>
    </Flex>
  )
}

/** The inspector “Findings”. Its icon has the colour of the worst open finding. */
export const findingsInspector = defineDocumentInspector({
  name: FINDINGS_INSPECTOR,
  component: FindingsInspector,
  useMenuItem: ({documentId}) => {
    const {review} = useReview(documentId)
    const open = countOpen(review)
    const tone = open.error > 0 ? 'critical' : open.warning > 0 ? 'caution' : 'default'
    return {
      title: 'Findings',
      icon: SearchIcon,
      showAsAction: true,
      status: tone,
      tone,
    }
  },
})

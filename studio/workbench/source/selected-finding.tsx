import {Box, Card} from '@sanity/ui'
import type {Review} from '../../../schemas/sanity.types.ts'
import {useFindingActions} from '../../review/decisions/use-finding-actions.ts'
import type {StoredFinding} from '../../review/findings.ts'
import {FindingCard} from '../findings/finding-card.tsx'

/** The finding, and the article it belongs to. */
export interface SelectedFindingProps {
  articleId: string
  review: Review | null
  finding: StoredFinding | undefined
}

/** The finding whose mark was clicked, shown below the source. */
export function SelectedFinding({articleId, review, finding}: SelectedFindingProps) {
  const actions = useFindingActions(articleId, review)
  if (!finding) return null
  return (
    <Card borderTop={true} style={{maxHeight: '45%'}} overflow="auto" flex="none">
      <Box padding={3}>
        <FindingCard finding={finding} selected={false} actions={actions} />
      </Box>
    </Card>
  )
}

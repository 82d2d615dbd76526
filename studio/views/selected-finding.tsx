import {Box, Card} from '@sanity/ui'
import {useApply} from '../decisions/use-apply.ts'
import {useResolve} from '../decisions/use-resolve.ts'
import {FindingCard} from '../inspectors/finding-card.tsx'
import type {StoredFinding} from '../review/findings.ts'

export interface SelectedFindingProps {
  articleId: string
  finding: StoredFinding | undefined
}

/** Under the source: what was found at the mark that was clicked. */
export function SelectedFinding({articleId, finding}: SelectedFindingProps) {
  const resolve = useResolve(articleId)
  const apply = useApply(articleId)
  if (!finding) return null
  return (
    <Card borderTop={true} style={{maxHeight: '45%'}} overflow="auto" flex="none">
      <Box padding={3}>
        <FindingCard
          finding={finding}
          selected={false}
          onResolve={(state) => resolve(finding._key, state)}
          onApply={() => apply(finding)}
        />
      </Box>
    </Card>
  )
}

import {CheckmarkIcon} from '@sanity/icons/Checkmark'
import {Button, Flex} from '@sanity/ui'
import {findingTitleOf} from '../../../schemas/findings.ts'
import type {FindingActions} from '../../review/decisions/finding-actions.ts'
import {isPutBack} from '../../review/decisions/put-back.ts'
import {suggestionOf} from '../../review/decisions/suggestion.ts'
import {isOpen, type StoredFinding} from '../../review/findings.ts'

/** The findings of one severity. */
export interface KindActionsProps {
  findings: readonly StoredFinding[]
  actions: FindingActions
}

/** A button for each kind with several open findings, which decides about all of them. */
export function KindActions({findings, actions}: KindActionsProps) {
  const kinds = new Map<string, StoredFinding[]>()
  for (const finding of findings) {
    if (!isOpen(finding) || finding.action === 'applied') continue
    kinds.set(finding.code, [...(kinds.get(finding.code) ?? []), finding])
  }
  const several = [...kinds].filter(([, found]) => found.length > 1)
  if (several.length === 0) return null
  return (
    <Flex gap={1} wrap="wrap">
      {several.map(([code, found]) => {
        // What was left out is most often rightly so, and one by one is put back.
        const suggestions = found.filter((finding) => suggestionOf(finding) && !isPutBack(finding))
        const applies = suggestions.length > 1
        return (
          <Button
            key={code}
            mode="ghost"
            fontSize={1}
            padding={2}
            icon={CheckmarkIcon}
            data-testid={`all-${code}`}
            text={
              applies
                ? `Apply all ${suggestions.length}: ${findingTitleOf(code)}`
                : `${found.every(isPutBack) ? `Leave all ${found.length} out` : `Mark all ${found.length} as seen`}: ${findingTitleOf(code)}`
            }
            onClick={() =>
              applies
                ? actions.apply(suggestions)
                : actions.resolve(found, found[0]?.action === 'suggested' ? 'dismissed' : 'kept')
            }
          />
        )
      })}
    </Flex>
  )
}

/** Findings about a passage that was left out of the article and can be put back. */
import {RESOLUTION_TITLES} from '../../../schemas/titles.ts'
import type {StoredFinding} from '../findings.ts'
import {suggestionOf} from './suggestion.ts'

/** Whether a finding is about such a passage. To accept it means that the passage stays out. */
export const isPutBack = (finding: StoredFinding): boolean => insertsOf(finding).length > 0

/** Key of the first block of such a passage, once it is back. */
export const blockOfPassage = (finding: StoredFinding): string | undefined =>
  finding.resolution?.state === 'applied' ? insertsOf(finding)[0]?.items[0]?._key : undefined

/** Key of the block of the article that shows the place of such a passage: its own once it is back, else the one beside it. */
export function placeOfPassage(finding: StoredFinding): string | undefined {
  const [place] = insertsOf(finding)[0]?.places ?? []
  return blockOfPassage(finding) ?? (place && ('after' in place ? place.after : place.before))
}

/** What was decided about a finding, for editors. */
export function decisionTitleOf(finding: StoredFinding): string | undefined {
  const state = finding.resolution?.state
  if (state && isPutBack(finding)) return state === 'applied' ? 'Put back' : 'Left out'
  return state && RESOLUTION_TITLES[state]
}

const insertsOf = (finding: StoredFinding) =>
  finding.action === 'suggested'
    ? []
    : (suggestionOf(finding)?.ops ?? []).flatMap((operation) => (operation.op === 'insert' ? operation : []))

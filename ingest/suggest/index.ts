/**
 * Suggestions: what an editor might change and the pipeline must not. Each rule is one file and looks at the finished
 * blocks; their order is that of the findings in a list, nothing more, since no rule changes what another sees.
 */
import type {Report} from '../findings/report.ts'
import {danglingLeadIn} from './dangling-lead-in.ts'
import type {SuggestInput, SuggestRule} from './input.ts'
import {possibleTypo} from './possible-typo.ts'
import {readingOrder} from './reading-order.ts'
import {uncertainMembership} from './uncertain-membership.ts'

export type {SuggestInput, SuggestRule} from './input.ts'

export const suggestRules: readonly SuggestRule[] = [
  readingOrder,
  uncertainMembership,
  danglingLeadIn,
  possibleTypo,
]

/** Report every suggestion for an article. */
export function suggest(input: SuggestInput, report: Report): void {
  for (const rule of suggestRules) rule(input, report)
}

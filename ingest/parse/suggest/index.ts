/**
 * Suggestions: what an editor might change and the pipeline must not. Each rule is one file and looks at the finished
 * blocks; their order is that of the findings in a list, nothing more, since no rule changes what another sees.
 */
import type {FindingCode} from '../../../schemas/findings.ts'
import type {Repair, Report} from '../findings/report.ts'
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

/** What sound text has, too: a spelling of the writer's own, an announcement that an image or a link answers. */
const WRITERS_OWN: ReadonlySet<FindingCode> = new Set<FindingCode>(['dangling-lead-in', 'possible-typo'])

/**
 * Report every suggestion for an article. In a text that shows no damage, what may be the writer's own is only a note:
 * it is damage elsewhere that makes it likely to be damage.
 */
export function suggest(input: SuggestInput, report: Report): void {
  const suggestions: Repair[] = []
  for (const rule of suggestRules) rule(input, (repair) => suggestions.push(repair))
  const isDamaged =
    input.findings.some(({severity}) => severity !== 'info') ||
    suggestions.some(({code}) => !WRITERS_OWN.has(code))
  for (const repair of suggestions)
    report(isDamaged || !WRITERS_OWN.has(repair.code) ? repair : {...repair, weight: 'minor'})
}

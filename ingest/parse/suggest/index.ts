/**
 * Suggestions: changes that an editor might make and the pipeline must not. Each rule is one file and reads the
 * finished blocks. Their order is only that of the findings, since no rule affects another.
 */
import type {FindingCode} from '../../../schemas/findings.ts'
import type {Repair, Report} from '../findings/report.ts'
import {danglingLeadIn} from './dangling-lead-in.ts'
import type {SuggestInput, SuggestRule} from './input.ts'
import {possibleTypo} from './possible-typo.ts'
import {readingOrder} from './reading-order.ts'
import {uncertainMembership} from './uncertain-membership.ts'

export type {SuggestInput, SuggestRule} from './input.ts'

/** All rules, in the order of their findings. */
export const suggestRules: readonly SuggestRule[] = [
  readingOrder,
  uncertainMembership,
  danglingLeadIn,
  possibleTypo,
]

/** Findings that sound text has as well: the writer’s own spelling, or an announcement of an image or link. */
const WRITERS_OWN: ReadonlySet<FindingCode> = new Set<FindingCode>(['dangling-lead-in', 'possible-typo'])

/**
 * Report every suggestion for an article. In a text without damage, what may be the writer’s own is only a note; other
 * damage makes it likely to be damage too.
 */
export function suggest(input: SuggestInput, report: Report): void {
  const suggestions: Repair[] = []
  for (const rule of suggestRules) rule(input, (repair) => suggestions.push(repair))
  const isDamaged =
    input.findings.some(({severity, code}) => severity !== 'info' && code !== 'region-removed') ||
    suggestions.some(({code}) => !WRITERS_OWN.has(code))
  for (const repair of suggestions)
    report(isDamaged || !WRITERS_OWN.has(repair.code) ? repair : {...repair, weight: 'minor'})
}

import type {Severity} from '../../../schemas/names.ts'
import type {Review} from '../../../schemas/sanity.types.ts'

type Counts = Review['counts']

/** The number of findings of each severity. */
export function countFindings(findings: readonly {severity: Severity}[]): Counts {
  const counts: Counts = {_type: 'findingCounts', error: 0, warning: 0, info: 0}
  for (const {severity} of findings) counts[severity] += 1
  return counts
}

/** Larger counts have the same weight, so that no number of warnings outranks an error. */
const MAX_COUNT = 99

/**
 * The priority in the queue, highest first: errors before warnings before infos, then by their number. It consists of
 * three pairs of digits: `20103` is two errors, one warning, three infos.
 */
export function priorityOf({error, warning, info}: Pick<Counts, Severity>): number {
  return Math.min(error, MAX_COUNT) * 10_000 + Math.min(warning, MAX_COUNT) * 100 + Math.min(info, MAX_COUNT)
}

/**
 * Partition the source into parts that were kept, changed, removed for a reason, or are markup.
 *
 * Two layers cover the source: the article’s text, which knows its origin, and the findings, which explain what was
 * removed. The rest is markup if it has no words; otherwise it is lost text, which has a finding of its own.
 */
import type {Repair} from '../findings/report.ts'
import type {SourceRange} from '../trace/traced-text.ts'
import type {Finding, Interval} from '../types.ts'
import {claimsOf, type PlacedText} from './claims.ts'
import {createUnclaimed, type LostInterval, type UnclaimedInterval} from './unclaimed.ts'

/** What the partition is made of. */
export interface PartitionInput {
  /** The decoded, unrepaired source. */
  source: string
  /** All text of the article. */
  texts: readonly PlacedText[]
  findings: readonly Finding[]
  /** Tags, comments and declarations in the source, in order, without overlaps. */
  markup: readonly SourceRange[]
}

/** Partition a source. The intervals are in order, from 0 to the source’s length, without gaps or overlaps. */
export function partition({source, texts, findings, markup}: PartitionInput): (Interval | LostInterval)[] {
  const rest = createUnclaimed(source, markup, findings)
  const intervals: (Interval | LostInterval)[] = []
  const fill = (start: number, end: number): void => {
    if (end > start) for (const interval of rest(start, end)) intervals.push(interval)
  }
  let at = 0
  for (const claim of claimsOf(texts, source)) {
    fill(at, claim.start)
    intervals.push(claim)
    at = claim.end
  }
  fill(at, source.length)
  return intervals
}

/** Whether an interval is lost text. */
export const isLost = (interval: Interval | UnclaimedInterval): interval is LostInterval =>
  interval.kind === 'lost'

/** Report all lost text as one repair; none if nothing is lost. */
export function lostText(intervals: readonly (Interval | LostInterval)[], source: string): Repair[] {
  const ranges = intervals.filter(isLost).map(({start, end}) => ({start, end}))
  const [first] = ranges
  if (!first) return []
  return [
    {
      code: 'text-lost',
      message: `Text of the source is missing from the article in ${ranges.length === 1 ? 'one place' : `${ranges.length} places`}. Compare the two and add what belongs there.`,
      ranges,
      before: source.slice(first.start, Math.min(first.end, first.start + 240)),
    },
  ]
}

/** Turn lost intervals into removed ones, explained by the finding about lost text. */
export function withReason(
  intervals: readonly (Interval | LostInterval)[],
  findings: readonly Finding[],
): Interval[] {
  const finding = findings.find(({code}) => code === 'text-lost')
  return intervals.map((interval): Interval => {
    if (!isLost(interval)) return interval
    if (!finding) throw new Error('Expected a finding about the text that is lost')
    const {start, end} = interval
    return {start, end, kind: 'removed', code: finding.code, finding: finding._key}
  })
}

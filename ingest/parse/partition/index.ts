/**
 * What became of every part of the source: kept, changed, removed for a reason, or markup.
 *
 * Two things are laid over the source: the article's text, which knows where it came from, and the findings, which say
 * what left and why. What neither explains is markup where it has no words; and where it has, the text is lost, which a
 * finding of its own says aloud.
 */
import type {Repair} from '../findings/report.ts'
import type {SourceRange} from '../trace/traced-text.ts'
import type {Finding, Interval} from '../types.ts'
import {claimsOf, type PlacedText} from './claims.ts'
import {createUnclaimed, type LostInterval, type UnclaimedInterval} from './unclaimed.ts'

export interface PartitionInput {
  /** The decoded, unrepaired source. */
  source: string
  /** All text of the article. */
  texts: readonly PlacedText[]
  findings: readonly Finding[]
  /** Tags, comments and declarations in the source, in order, not overlapping. */
  markup: readonly SourceRange[]
}

/** Intervals in order, from 0 to the source's length, without gap or overlap. */
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

export const isLost = (interval: Interval | UnclaimedInterval): interval is LostInterval =>
  interval.kind === 'lost'

/** One repair for all text that is lost; none where none is. */
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

/** Lost text as removed by the finding that says so. */
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

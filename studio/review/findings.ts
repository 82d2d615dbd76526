import {SEVERITIES, type Severity} from '../../schemas/names.ts'
import type {Review} from '../../schemas/sanity.types.ts'

export type StoredFinding = NonNullable<Review['findings']>[number]

/** A finding is open until somebody decided about it. */
export function isOpen(finding: StoredFinding): boolean {
  return finding.resolution === undefined
}

/** Findings that stand in the way of publishing. */
export function openErrors(review: Review | null): StoredFinding[] {
  return (review?.findings ?? []).filter((finding) => finding.severity === 'error' && isOpen(finding))
}

export function countOpen(review: Review | null): Record<Severity, number> {
  const counts: Record<Severity, number> = {error: 0, warning: 0, info: 0}
  for (const finding of review?.findings ?? []) if (isOpen(finding)) counts[finding.severity]++
  return counts
}

/** By severity, the worst first; within one, by place in the source. Severities without findings are left out. */
export function groupFindings(
  findings: readonly StoredFinding[],
): {severity: Severity; findings: StoredFinding[]}[] {
  return SEVERITIES.map((severity) => ({
    severity,
    findings: findings
      .filter((finding) => finding.severity === severity)
      .toSorted((a, b) => placeOf(a) - placeOf(b)),
  })).filter((group) => group.findings.length > 0)
}

function placeOf(finding: StoredFinding): number {
  return finding.ranges?.[0]?.start ?? Number.MAX_SAFE_INTEGER
}

import {SEVERITIES, type Severity} from '../../schemas/names.ts'
import type {Review} from '../../schemas/sanity.types.ts'

/** A finding as the review stores it. */
export type StoredFinding = NonNullable<Review['findings']>[number]

/** Matches findings that `isOpen` returns true for, in a GROQ filter over findings. */
export const OPEN_FINDING = '!defined(resolution)'

/** Whether no editor has decided about a finding yet. */
export function isOpen(finding: StoredFinding): boolean {
  return finding.resolution === undefined
}

/** Findings that prevent publishing. */
export function openErrors(review: Review | null): StoredFinding[] {
  return (review?.findings ?? []).filter((finding) => finding.severity === 'error' && isOpen(finding))
}

/** How many findings of each severity are open. */
export function countOpen(review: Review | null): Record<Severity, number> {
  const counts: Record<Severity, number> = {error: 0, warning: 0, info: 0}
  for (const finding of review?.findings ?? []) if (isOpen(finding)) counts[finding.severity]++
  return counts
}

/** Findings by severity, the worst first, and within one by their place in the source. Severities without findings are left out. */
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

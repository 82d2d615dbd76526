/**
 * What a rule of the text station is: a pure function from traced text to traced text, one kind of damage each.
 * A rule that finds nothing returns the very object that it was given.
 */
import type {Repair, Report} from '../../findings/report.ts'
import type {Edit, SourceRange, TracedText} from '../../trace/traced-text.ts'
import {edit, sourceRange} from '../../trace/traced-text.ts'

export type TextRule = (text: TracedText, report: Report) => TracedText

/** Apply sorted edits and report them as one repair with one range for each; no edits, no report. */
export function amend(
  text: TracedText,
  edits: readonly Edit[],
  report: Report,
  repair: Omit<Repair, 'ranges'>,
): TracedText {
  if (edits.length === 0) return text
  report({...repair, ranges: rangesOfEdits(text, edits)})
  return edit(text, edits)
}

export function rangesOfEdits(text: TracedText, edits: readonly Edit[]): SourceRange[] {
  return edits.map(({start, end}) => sourceRange(text, start, end))
}

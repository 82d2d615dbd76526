/**
 * A rule of the text station: a pure function from traced text to traced text, for one kind of damage. A rule that
 * finds nothing returns the same object.
 */
import type {Repair, Report} from '../../findings/report.ts'
import type {Edit, TracedText} from '../../trace/traced-text.ts'
import {edit, sourceRange} from '../../trace/traced-text.ts'

/** A rule of the text station. */
export type TextRule = (text: TracedText, report: Report) => TracedText

/** Apply edits and report them as one repair with one range each; without edits, nothing is reported. */
export function amend(
  text: TracedText,
  edits: readonly Edit[],
  report: Report,
  repair: Omit<Repair, 'ranges'>,
): TracedText {
  if (edits.length === 0) return text
  const list = separate(edits)
  report({...repair, ranges: list.map(({start, end}) => sourceRange(text, start, end))})
  return edit(text, list)
}

/** Apply edits that were already reported. */
export function apply(text: TracedText, edits: readonly Edit[]): TracedText {
  return edit(text, separate(edits))
}

/** Sort edits; of two that overlap, keep the one that begins first. */
function separate(edits: readonly Edit[]): Edit[] {
  const list: Edit[] = []
  let end = 0
  for (const one of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (one.start < end) continue
    list.push(one)
    end = one.end
  }
  return list
}

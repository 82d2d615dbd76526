/**
 * What a rule of the text station is: a pure function from traced text to traced text, one kind of damage each.
 * A rule that finds nothing returns the very object that it was given.
 */
import type {Repair, Report} from '../../findings/report.ts'
import type {Edit, TracedText} from '../../trace/traced-text.ts'
import {edit, sourceRange} from '../../trace/traced-text.ts'

export type TextRule = (text: TracedText, report: Report) => TracedText

/** Apply edits and report them as one repair with one range for each; no edits, no report. */
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

/** Apply edits that have been reported already. */
export function apply(text: TracedText, edits: readonly Edit[]): TracedText {
  return edit(text, separate(edits))
}

/** In order; of two that overlap, the one that begins first. */
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

/** What rules about text must leave alone: scripts, styles, comments and, for most of them, sound tags. */
import type {Edit, SourceRange, TracedText} from '../../../trace/traced-text.ts'
import {surveyOf} from './survey.ts'

/**
 * `raw` means the contents of raw elements (`script`, `style`, …) and comments; `markup` adds sound tags and
 * declarations.
 */
type Kind = 'markup' | 'raw'

/** Keep the edits outside scripts, styles, comments and, with `markup`, sound tags. */
export function editsOutside(text: TracedText, edits: readonly Edit[], what: Kind = 'markup'): Edit[] {
  if (edits.length === 0) return []
  const spans = surveyOf(text)[what]
  let next = 0
  return edits
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
    .filter(({start, end}) => {
      while (next < spans.length && (spans[next]?.end ?? 0) <= start) next++
      const span = spans[next]
      return !span || span.start >= Math.max(end, start + 1) || (start === end && span.start >= start)
    })
}

/** Create a function that finds the range at an offset, to be called with increasing offsets. */
export function markupFinder(
  text: TracedText,
  what: Kind = 'markup',
): (at: number) => SourceRange | undefined {
  const spans = surveyOf(text)[what]
  let next = 0
  return (at) => {
    while (next < spans.length && (spans[next]?.end ?? 0) <= at) next++
    const span = spans[next]
    return span && span.start <= at ? span : undefined
  }
}

/** Whether the text is a complete page rather than a fragment. */
export function isPage(value: string): boolean {
  return /<(?:!doctype|html|head|body)[\s>]/i.test(value.slice(0, 4000))
}

/** What rules about text must leave alone: programs, styles, comments and, for most of them, sound tags. */
import type {Edit, SourceRange, TracedText} from '../../../trace/traced-text.ts'
import {walkMarkup} from './tags.ts'

interface Spans {
  /** Contents of raw elements (`script`, `style`, …) and comments. */
  raw: SourceRange[]
  /** Those and sound tags and declarations. */
  markup: SourceRange[]
}

const known = new WeakMap<TracedText, Spans>()

/** Edits that touch neither programs, styles, comments nor, unless only these are asked for, sound tags. */
export function outside(text: TracedText, edits: readonly Edit[], what: keyof Spans = 'markup'): Edit[] {
  if (edits.length === 0) return []
  const spans = spansOf(text)[what]
  let next = 0
  return edits
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
    .filter(({start, end}) => {
      while (next < spans.length && (spans[next]?.end ?? 0) <= start) next++
      const span = spans[next]
      return !span || span.start >= Math.max(end, start + 1) || (start === end && span.start >= start)
    })
}

/** A test for offsets inside such spans, to be called with rising offsets. */
export function within(
  text: TracedText,
  what: keyof Spans = 'markup',
): (at: number) => SourceRange | undefined {
  const spans = spansOf(text)[what]
  let next = 0
  return (at) => {
    while (next < spans.length && (spans[next]?.end ?? 0) <= at) next++
    const span = spans[next]
    return span && span.start <= at ? span : undefined
  }
}

/** Whether the text is a whole page rather than a fragment. */
export function isPage(value: string): boolean {
  return /<(?:!doctype|html|head|body)[\s>]/i.test(value.slice(0, 4000))
}

function spansOf(text: TracedText): Spans {
  const found = known.get(text)
  if (found) return found
  const spans: Spans = {raw: [], markup: []}
  const add = (list: SourceRange[], {start, end}: SourceRange): void => {
    const last = list.at(-1)
    if (last?.end === start) last.end = end
    else list.push({start, end})
  }
  walkMarkup(
    text.value,
    (tag) => add(spans.markup, tag),
    (range) => {
      add(spans.markup, range)
      const declaration =
        text.value.charCodeAt(range.start) === 60 && !text.value.startsWith('<!--', range.start)
      if (!declaration) add(spans.raw, range)
    },
  )
  known.set(text, spans)
  return spans
}

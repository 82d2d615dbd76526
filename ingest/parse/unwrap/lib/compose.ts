/** Composes an article from ranges of its wrapping. */
import type {SourceRange, TracedText} from '../../trace/traced-text.ts'
import {inserted, join, sourceRange} from '../../trace/traced-text.ts'

/** One article of a document. */
export interface Carried {
  title?: TracedText
  /** Range of the title in the document. */
  titleAt?: SourceRange
  bodies: TracedText[]
  bodiesAt: SourceRange[]
  /** Ranges of the document that are in the text, if they are not whole bodies. */
  kept?: readonly SourceRange[]
}

/** Join articles, each under its title unless its text contains an `h1`. Returns the ranges that were left out, too. */
export function compose(
  document: TracedText,
  articles: readonly Carried[],
): {text: TracedText; left: SourceRange[]} {
  const parts: TracedText[] = []
  const kept: SourceRange[] = []
  articles.forEach(({title, titleAt, bodies, bodiesAt, kept: keptIn}, index) => {
    if (title && titleAt && /\S/.test(title.value) && !bodies.some(({value}) => /<h1[\s>]/i.test(value))) {
      const {start} = sourceRange(document, titleAt.start, titleAt.end)
      const name = index === 0 ? 'h1' : 'h2'
      parts.push(inserted(`<${name}>`, start), title, inserted(`</${name}>\n`, start))
      kept.push(titleAt)
    }
    bodies.forEach((body, at) => {
      const range = bodiesAt[at]
      if (!range) return
      parts.push(body, inserted('\n', sourceRange(document, range.start, range.end).end))
      if (!keptIn) kept.push(range)
    })
    for (const range of keptIn ?? []) kept.push(range)
  })
  // The line break after the last.
  parts.pop()
  return {text: join(parts), left: between(document, kept)}
}

/** Source ranges between the kept ones. */
export function between(document: TracedText, kept: readonly SourceRange[]): SourceRange[] {
  const left: SourceRange[] = []
  let at = 0
  const add = (end: number): void => {
    if (end > at && /\S/.test(document.value.slice(at, end))) left.push(sourceRange(document, at, end))
  }
  for (const {start, end} of kept.toSorted((a, b) => a.start - b.start)) {
    add(start)
    at = Math.max(at, end)
  }
  add(document.value.length)
  return left
}

/** The text in a range, without white space at its ends. */
export function trimmed(value: string, {start, end}: SourceRange): SourceRange {
  const part = value.slice(start, end)
  const from = start + part.length - part.trimStart().length
  return {start: from, end: Math.max(from, start + part.trimEnd().length)}
}

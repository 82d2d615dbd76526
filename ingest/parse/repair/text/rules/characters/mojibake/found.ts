/** The sequences of a set of characters in a text, looked for once and only where the text has characters that begin one. */
import type {Edit, TracedText} from '../../../../../trace/traced-text.ts'
import {charactersOf, placesOf} from './characters.ts'
import type {CodePage} from './code-pages.ts'
import {sequences} from './sequences.ts'

const known = new WeakMap<TracedText, Map<CodePage, readonly Edit[]>>()
const none: readonly Edit[] = []

export function sequencesIn(text: TracedText, page: CodePage): readonly Edit[] {
  if (!page.hint.test(charactersOf(text))) return none
  const found = known.get(text) ?? new Map<CodePage, readonly Edit[]>()
  known.set(text, found)
  const edits = found.get(page) ?? sequences(text.value, page, placesOf(text))
  found.set(page, edits)
  return edits
}

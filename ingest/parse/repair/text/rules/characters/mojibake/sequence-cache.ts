/** Sequences of a character set in a text, found once, and only if the text has characters that begin one. */
import type {Edit, TracedText} from '../../../../../trace/traced-text.ts'
import type {CodePage} from './code-pages.ts'
import {nonAsciiCharacters, nonAsciiPlaces} from './non-ascii.ts'
import {sequences} from './sequences.ts'

const known = new WeakMap<TracedText, Map<CodePage, readonly Edit[]>>()
const none: readonly Edit[] = []

/** Find the sequences of a set in a text, cached. */
export function cachedSequences(text: TracedText, page: CodePage): readonly Edit[] {
  if (!hasLead(nonAsciiCharacters(text), page)) return none
  const found = known.get(text) ?? new Map<CodePage, readonly Edit[]>()
  known.set(text, found)
  const edits = found.get(page) ?? sequences(text.value, page, nonAsciiPlaces(text))
  found.set(page, edits)
  return edits
}

function hasLead(characters: string, {hint}: CodePage): boolean {
  for (const character of characters) if (hint.has(character)) return true
  return false
}

/** The words of an article, with where each stands. */
import type {BodyBlock} from '../types.ts'
import {type SpanPlace, spansOf} from './text.ts'

export interface WordUse {
  word: string
  place: SpanPlace
  /** Offset in the span's text. */
  at: number
  /** Capital at a place where the sentence does not ask for one. */
  inside: boolean
}

/** Letters only: a word with a digit, a hyphen, an apostrophe, or one that is part of an address, is not looked at. */
const WORD =
  /(?<![\p{L}\p{M}\p{N}@#/._\-‑'’&])[\p{L}\p{M}]+(?:['’]s)?(?![\p{L}\p{M}\p{N}@/_\-‑'’&]|\.[\p{L}\p{N}])/gu

/** Characters before a word that tell whether it begins a sentence. */
const LOOK_BACK = 24

/** Uses of each word, by its spelling without a possessive ending. */
export function wordsOf(body: readonly BodyBlock[]): Map<string, WordUse[]> {
  const words = new Map<string, WordUse[]>()
  for (const place of spansOf(body)) {
    if (place.span.marks.includes('code')) continue
    const {text} = place.span
    for (const match of text.matchAll(WORD)) {
      const word = match[0].replace(/['’]s$/u, '')
      // A look back over the whole text, for each of its words, would be quadratic.
      const before = text.slice(Math.max(0, match.index - LOOK_BACK), match.index)
      const use = {
        word,
        place,
        at: match.index,
        inside: !place.display && /[\p{L}\p{N},]["'“‘(]*\s+["'“‘(]*$/u.test(before),
      }
      const uses = words.get(word)
      if (uses) uses.push(use)
      else words.set(word, [use])
    }
  }
  return words
}

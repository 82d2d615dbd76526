/** Spell checking by dictionary, loaded on first use: building it takes a quarter of a second. */
import english from 'dictionary-en'
import nspell from 'nspell'

/** Knows the words of a language. */
export interface Dictionary {
  knows(word: string): boolean
}

/** Whether there is a dictionary for a language, without loading it. */
export const hasDictionary = (language: string): boolean => /^en\b/i.test(language)

/** Load the dictionary for a language; undefined if there is none. */
export const dictionaryFor = (language: string): Dictionary | undefined =>
  hasDictionary(language) ? loadEnglish() : undefined

let loaded: Dictionary | undefined

/** Cached forever: it never changes, so parsing stays deterministic. */
function loadEnglish(): Dictionary {
  if (!loaded) {
    const decoder = new TextDecoder()
    const checker = nspell({aff: decoder.decode(english.aff), dic: decoder.decode(english.dic)})
    loaded = {knows: cached((word) => checker.correct(word))}
  }
  return loaded
}

/** Words that are kept; then all are forgotten. */
const MAX_WORDS = 50_000

/** The answers of a test, since most texts use the same words. */
function cached(test: (word: string) => boolean): (word: string) => boolean {
  const known = new Map<string, boolean>()
  return (word) => {
    const met = known.get(word)
    if (met !== undefined) return met
    if (known.size >= MAX_WORDS) known.clear()
    const answer = test(word)
    known.set(word, answer)
    return answer
  }
}

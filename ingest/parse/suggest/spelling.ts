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
    loaded = {knows: (word) => checker.correct(word)}
  }
  return loaded
}

/** Spelling by dictionary, loaded when first asked: building it takes a quarter of a second. */
import english from 'dictionary-en'
import nspell from 'nspell'

export interface Dictionary {
  knows(word: string): boolean
}

/** Whether there is a dictionary for a language; to ask loads none. */
export const hasDictionary = (language: string): boolean => /^en\b/i.test(language)

/** A dictionary for a language, or undefined where there is none. */
export const dictionaryFor = (language: string): Dictionary | undefined =>
  hasDictionary(language) ? loadEnglish() : undefined

let loaded: Dictionary | undefined

/** Kept once built: it never changes, so a later parse gives what an earlier one would have. */
function loadEnglish(): Dictionary {
  if (!loaded) {
    const decoder = new TextDecoder()
    const checker = nspell({aff: decoder.decode(english.aff), dic: decoder.decode(english.dic)})
    loaded = {knows: (word) => checker.correct(word)}
  }
  return loaded
}

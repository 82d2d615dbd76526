/** Spelling by dictionary, loaded when first asked: building it takes a quarter of a second. */
import english from 'dictionary-en'
import nspell from 'nspell'

export interface Dictionary {
  knows(word: string): boolean
}

/** A dictionary for a language, or undefined where there is none. */
export function dictionaryFor(language: string): Dictionary | undefined {
  return /^en\b/i.test(language) ? loadEnglish() : undefined
}

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

/** Corrections of common spelling confusions. */
import type {Dictionary} from './spelling.ts'

/** Written and intended letters: sounds with two spellings. */
const CONFUSIONS: readonly (readonly [wrong: string, right: string])[] = [
  ['k', 'c'],
  ['f', 'ph'],
  ['shun', 'tion'],
  ['shun', 'sion'],
  ['ae', 'ea'],
  ['ei', 'ie'],
  ['ie', 'ei'],
]

/** Find the only dictionary word that a confusion explains; undefined if there is none, or more than one. */
export function correctionOf(word: string, dictionary: Dictionary): string | undefined {
  if (word.length < 6 || !/^[A-Za-z]+$/.test(word)) return undefined
  const found = new Set<string>()
  for (const [wrong, right] of CONFUSIONS) {
    for (let at = word.indexOf(wrong); at >= 0; at = word.indexOf(wrong, at + 1)) {
      const candidate = word.slice(0, at) + right + word.slice(at + wrong.length)
      if (isPlainWord(candidate, dictionary)) found.add(candidate)
    }
  }
  // Swapped neighbours, but only in lower-case words: in names, swapped letters make other names.
  if (found.size === 0 && /^[a-z]/.test(word)) {
    for (let at = 1; at < word.length - 2; at++) {
      // "metre" and "meter" are both correct.
      if (word[at] === word[at + 1] || /^(?:er|re)$/.test(word.slice(at, at + 2))) continue
      const candidate = word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2)
      if (isPlainWord(candidate, dictionary)) found.add(candidate)
    }
  }
  return found.size === 1 ? [...found][0] : undefined
}

/** Whether the dictionary has a word in lower case: nobody misspells a word as a name. */
const isPlainWord = (word: string, dictionary: Dictionary): boolean => dictionary.knows(word.toLowerCase())

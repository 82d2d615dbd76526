/** Spellings that one common confusion makes of a word. */
import type {Dictionary} from './spelling.ts'

/** What is written, what was meant: sounds that are spelled two ways. */
const CONFUSIONS: readonly (readonly [wrong: string, right: string])[] = [
  ['k', 'c'],
  ['f', 'ph'],
  ['shun', 'tion'],
  ['shun', 'sion'],
  ['ae', 'ea'],
  ['ei', 'ie'],
  ['ie', 'ei'],
]

/** The one word of the dictionary that a confusion leads to; undefined where there is none, or more than one. */
export function correctionOf(word: string, dictionary: Dictionary): string | undefined {
  if (word.length < 6 || !/^[A-Za-z]+$/.test(word)) return undefined
  const found = new Set<string>()
  for (const [wrong, right] of CONFUSIONS) {
    for (let at = word.indexOf(wrong); at >= 0; at = word.indexOf(wrong, at + 1)) {
      const candidate = word.slice(0, at) + right + word.slice(at + wrong.length)
      if (isPlainWord(candidate, dictionary)) found.add(candidate)
    }
  }
  // Two neighbours swapped: only in words that begin small, since swapped letters make names of names.
  if (found.size === 0 && /^[a-z]/.test(word)) {
    for (let at = 1; at < word.length - 2; at++) {
      // "metre" and "meter" are both right.
      if (word[at] === word[at + 1] || /^(?:er|re)$/.test(word.slice(at, at + 2))) continue
      const candidate = word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2)
      if (isPlainWord(candidate, dictionary)) found.add(candidate)
    }
  }
  return found.size === 1 ? [...found][0] : undefined
}

/** Known in small letters: a dictionary's names are not what a word was meant to be. */
const isPlainWord = (word: string, dictionary: Dictionary): boolean => dictionary.knows(word.toLowerCase())

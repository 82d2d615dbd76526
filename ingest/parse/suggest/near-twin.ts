/** Names that differ in one letter from another name in the text. */
import type {Dictionary} from './spelling.ts'
import {isInside, type WordUse} from './words.ts'

/** Endings that distinguish forms of one name: not errors. */
const ENDINGS = /^(?:s|n|i|e|a|d|o|y|r|m|t|h|es|ns)$/u

/**
 * Create a function that finds, for a name, the more reliable name that differs in one letter: one that is more
 * frequent, or in the dictionary while the other is not.
 */
export function createTwinFinder(
  words: ReadonlyMap<string, readonly WordUse[]>,
  dictionary: Dictionary,
): (word: string) => string | undefined {
  const names = [...words].filter(([word]) => isName(word))
  const byShape = new Map<string, string[]>()
  // Words at edit distance one share a form with one letter removed: only those are compared.
  for (const [word] of names)
    for (const shape of shapes(word)) {
      const alike = byShape.get(shape)
      if (alike) alike.push(word)
      else byShape.set(shape, [word])
    }
  return (word) => {
    if (!isName(word)) return undefined
    const twins = new Set<string>()
    for (const shape of shapes(word))
      for (const other of byShape.get(shape) ?? [])
        if (other !== word && isOneEdit(word, other)) twins.add(other)
    const attested = [...twins].filter(
      (other) =>
        !isForm(word, other) &&
        (words.get(other) ?? []).some(isInside) &&
        (dictionary.knows(other) || (words.get(other)?.length ?? 0) > 1),
    )
    return attested.length === 1 ? attested[0] : undefined
  }
}

const isName = (word: string): boolean => word.length >= 6 && /^\p{Lu}\p{Ll}+$/u.test(word)

/** List the word, and the word with each letter removed. */
function shapes(word: string): string[] {
  const list = [word]
  for (let index = 0; index < word.length; index++) list.push(word.slice(0, index) + word.slice(index + 1))
  return list
}

/**
 * Whether two words differ by one inserted, deleted or replaced letter, or by two swapped neighbours; never in the
 * first letter.
 */
function isOneEdit(one: string, other: string): boolean {
  if (one[0] !== other[0]) return false
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (long.length - short.length > 1) return false
  let start = 0
  while (start < short.length && short[start] === long[start]) start++
  let end = 0
  while (end < short.length - start && short[short.length - 1 - end] === long[long.length - 1 - end]) end++
  const [a, b] = [short.slice(start, short.length - end), long.slice(start, long.length - end)]
  if (b.length <= 1) return true
  return a.length === 2 && a[0] === b[1] && a[1] === b[0]
}

/** Whether two words are forms of one name: they differ in an ending. */
function isForm(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (long.startsWith(short)) return ENDINGS.test(long.slice(short.length))
  // "Hansen" and "Hanson", "Maria" and "Marie" are both names.
  return short.length === long.length
}

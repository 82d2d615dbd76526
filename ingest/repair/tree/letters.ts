/** Letters and digits of a text, small, nothing else: what two copies share whatever their case, spacing and punctuation. */
import {createUnitTest, isSurrogate} from '../../units.ts'

export const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

const isLetter = createUnitTest(/[\p{L}\p{N}]/u)

/** The first of them, as many UTF-16 units as are asked for: far fewer than an expression would go through. */
export function firstLetters(text: string, most: number): string {
  const small = text.toLowerCase()
  const codes: number[] = []
  for (let at = 0; at < small.length && codes.length < most; at++) {
    const code = small.charCodeAt(at)
    if (isSurrogate(code)) return lettersOf(text).slice(0, most)
    if (isLetter(code)) codes.push(code)
  }
  return String.fromCharCode(...codes)
}

/** Letters and digits of a text, small, nothing else: what two copies share whatever their case, spacing and punctuation. */

export const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** The first of them, as many UTF-16 units as are asked for: far fewer than an expression would go through. */
export function firstLetters(text: string, most: number): string {
  const small = text.toLowerCase()
  const codes: number[] = []
  for (let at = 0; at < small.length && codes.length < most; at++) {
    const code = small.charCodeAt(at)
    // A pair of units is one letter, or none.
    if ((code & 0xf800) === 0xd800) return lettersOf(text).slice(0, most)
    if (isLetter(code)) codes.push(code)
  }
  return String.fromCharCode(...codes)
}

/** What is known of units: 0 nothing yet, 1 a letter or digit, 2 neither. */
const kinds = new Uint8Array(0x10000)

function isLetter(code: number): boolean {
  kinds[code] ||= /[\p{L}\p{N}]/u.test(String.fromCharCode(code)) ? 1 : 2
  return kinds[code] === 1
}

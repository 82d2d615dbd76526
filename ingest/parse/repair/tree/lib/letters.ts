/**
 * Reduce a text to lower-case letters and digits: what two copies share whatever their case, spacing and punctuation.
 */
export function lettersOf(text: string): string {
  const small = text.toLowerCase()
  // Beyond ASCII, each class lookup is slow.
  return BEYOND_ASCII.test(small) ? small.replace(/[^\p{L}\p{N}]+/gu, '') : small.replace(/[^a-z0-9]+/g, '')
}

const BEYOND_ASCII = /[^\0-\x7f]/

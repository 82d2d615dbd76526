/** Letters and digits of a text, small, nothing else: what two copies share whatever their case, spacing and punctuation. */
export function lettersOf(text: string): string {
  const small = text.toLowerCase()
  // Beyond ASCII, the class of a letter is looked up for each.
  return BEYOND_ASCII.test(small) ? small.replace(/[^\p{L}\p{N}]+/gu, '') : small.replace(/[^a-z0-9]+/g, '')
}

const BEYOND_ASCII = /[^\0-\x7f]/

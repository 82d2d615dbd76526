/** Letters and digits of a text, small, nothing else: what two copies share whatever their case, spacing and punctuation. */
export const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

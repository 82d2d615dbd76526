/** Texts compared by their letters and digits alone. */
const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

export const isSameText = (one: string, other: string): boolean => plain(one) === plain(other)

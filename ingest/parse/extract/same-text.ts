/** Texts compared by their letters and digits alone. */
const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

export const isSameText = (one: string, other: string): boolean => plain(one) === plain(other)

/** Fewest letters and digits of a cut text by which the whole is told. */
const CUT = 60

/** Whether one text is another, or its beginning cut off: what a page says of itself often ends in an ellipsis. */
export function isSameOrCut(whole: string, cut: string): boolean {
  const letters = plain(cut)
  return plain(whole) === letters || (letters.length >= CUT && plain(whole).startsWith(letters))
}

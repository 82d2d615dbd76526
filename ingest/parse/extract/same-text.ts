/** The letters and digits of a text, in lower case: what texts are compared by. */
export const lettersAndDigits = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** Whether two texts have the same letters and digits. */
export const isSameText = (one: string, other: string): boolean =>
  lettersAndDigits(one) === lettersAndDigits(other)

/** Minimum number of letters and digits by which a truncated text identifies the whole. */
const MIN_CUT_LENGTH = 60

/** Whether one text equals another or its beginning: declared summaries often end in an ellipsis. */
export function isSameOrCut(whole: string, cut: string): boolean {
  const letters = lettersAndDigits(cut)
  return (
    lettersAndDigits(whole) === letters ||
    (letters.length >= MIN_CUT_LENGTH && lettersAndDigits(whole).startsWith(letters))
  )
}

/** How long headlines and the labels over them are. */

/** A headline has at least so many words; one in a script without spaces so many characters. */
const WORDS = 4
const CHARACTERS = 12

/** Longest line of words over a link or a part of a page, in characters. */
export const MAX_LABEL_LENGTH = 50

/** As long as a headline. */
export const isHeadlineLength = (text: string): boolean =>
  text.split(' ').length >= WORDS || (text.length >= CHARACTERS && !text.includes(' '))

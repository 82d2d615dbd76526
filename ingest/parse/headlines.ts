/** Lengths of headlines and of the labels above them. */

/** Minimum number of words in a headline; in a script without spaces, of characters. */
const WORDS = 4
const CHARACTERS = 12

/** Maximum length of a label above a link or a region of a page, in characters. */
export const MAX_LABEL_LENGTH = 50

/** Whether a text is as long as a headline. */
export const isHeadlineLength = (text: string): boolean =>
  text.split(' ').length >= WORDS || (text.length >= CHARACTERS && !text.includes(' '))

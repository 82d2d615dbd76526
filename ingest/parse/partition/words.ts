/** Words, for counting and to distinguish text from markup: runs of letters, digits and their marks. */

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\u200c\u200d]*/gu

/** List the words of a text. */
export const listWords = (text: string): string[] => text.match(WORD) ?? []

/** Whether a text has a letter or digit. */
export const hasWord = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

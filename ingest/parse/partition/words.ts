/** Words, for counting and for telling text from markup: runs of letters, digits and the marks on them. */

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\u200c\u200d]*/gu

/** Words of a text. */
export const listWords = (text: string): string[] => text.match(WORD) ?? []

export const hasWord = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

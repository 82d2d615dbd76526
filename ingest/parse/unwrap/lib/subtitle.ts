/** Distinguishes a summary that somebody wrote from the truncated beginning of the text. */
import {plainText} from './plain.ts'

/** Maximum length of a subtitle, in characters. */
const MAX_LENGTH = 300
const CUT = /(?:…|\.\.\.|\[(?:…|\.\.\.|&hellip;)\]|(?:read|continue reading|more)\W{0,4})$/i

/** The summary as a subtitle; undefined if the article contains it, or if it is truncated. */
export function subtitleFrom(summary: string | undefined, article: string): string | undefined {
  const line = plainText(summary ?? '')
  if (line === '' || line.length > MAX_LENGTH || CUT.test(line)) return undefined
  return wordsIn(plainText(article)).includes(wordsIn(line)) ? undefined : line
}

const wordsIn = (text: string): string => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')

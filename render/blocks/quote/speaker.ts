/** The line below a quotation that names its speaker. */
import type {TextBlock} from '../../body.ts'

/** Longest line of a speaker, in characters. */
const MAX_LENGTH = 120
const DASHED = /^[-–—―]{1,2}\s*\p{L}/u
const SENTENCE_END = /[.!?…。！？]["'”’»]?$/u

/**
 * Whether the last of a quotation's blocks names its speaker, after a dash or all in italics: what follows is another quotation. Portable
 * Text keeps no border between two quotations.
 */
export function endsWithSpeaker(blocks: readonly TextBlock[]): boolean {
  const last = blocks.at(-1)
  if (!last || blocks.length < 2 || last.listItem !== undefined) return false
  const text = last.children
    .map((span) => span.text)
    .join('')
    .trim()
  if (text.length > MAX_LENGTH) return false
  const isItalic = last.children.every(({marks}) => marks.includes('em'))
  return DASHED.test(text) || (isItalic && !SENTENCE_END.test(text))
}

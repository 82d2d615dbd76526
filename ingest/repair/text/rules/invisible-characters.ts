/**
 * Characters that nobody sees and that part words for machines: zero-width spaces, joiners between letters that do not
 * join, direction marks in text of one direction, control characters. Joiners and marks keep their place where a script
 * needs them (Persian, Indic scripts, emoji), and zero-width spaces between words of scripts without spaces.
 *
 * @example
 *   in: Af\u200bghan\ufeffistan &#8203;is\u200c here
 *   out: Afghanistan is here
 * @example
 *   in: می\u200cخواهم \u200fدنیا
 *   out: می\u200cخواهم \u200fدنیا
 */
import type {Edit} from '../../../trace/traced-text.ts'
import {outside} from '../markup/outside.ts'
import {amend, type TextRule} from '../rule.ts'

const invisible =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
  /[\0-\x08\x0b\x0e-\x1f\x7f\u180e\u200b-\u200f\u2060-\u2064\u206a-\u206f\ufeff\u202a-\u202e]+|&(?:#8203|#x200b|#65279|#xfeff|#8288|#x2060|ZeroWidthSpace|NoBreak);/gi
const needsJoiners =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{Extended_Pictographic}\p{Emoji_Modifier}]|\ufe0f/u
const spaceless = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u

export const invisibleCharacters: TextRule = (text, report) => {
  const {value} = text
  let directed: boolean | undefined
  const edits: Edit[] = []
  for (const match of value.matchAll(invisible)) {
    const start = match.index
    const end = start + match[0].length
    const before = value.slice(Math.max(0, start - 2), start)
    const after = value.slice(end, end + 2)
    let kept = ''
    for (const character of match[0].startsWith('&') ? '' : match[0]) {
      const code = character.charCodeAt(0)
      if (code === 0x200c || code === 0x200d) {
        if (needsJoiners.test(before) || needsJoiners.test(after)) kept += character
      } else if (code === 0x200b) {
        if (spaceless.test(before) && spaceless.test(after)) kept += character
      } else if (code === 0x200e || code === 0x200f || (code >= 0x202a && code <= 0x202e)) {
        directed ??= rightToLeft.test(value)
        if (directed) kept += character
      }
    }
    if (kept !== match[0]) edits.push({start, end, value: kept})
  }
  return amend(text, outside(text, edits, 'raw'), report, {
    code: 'invisible-dropped',
    message: 'Invisible characters inside the text were removed.',
  })
}

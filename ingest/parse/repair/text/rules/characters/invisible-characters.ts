/**
 * Invisible characters that divide words for machines: zero-width spaces, joiners between letters that do not join,
 * direction marks in text of one direction, control characters. Joiners and marks stay where a script needs them
 * (Persian, Indic scripts, emoji), and zero-width spaces between words of scripts without spaces.
 *
 * @example
 *   in: Af\u200bghan\ufeffistan &#8203;is\u200c here
 *   out: Afghanistan is here
 * @example
 *   in: می\u200cخواهم \u200fدنیا &#1576;\u200c&#1607;
 *   out: می\u200cخواهم \u200fدنیا &#1576;\u200c&#1607;
 */
import type {Edit} from '../../../../trace/traced-text.ts'
import {editsOutside} from '../../markup/outside.ts'
import {amend, type TextRule} from '../../rule.ts'

/** Invisible characters. */
const hidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
  /[\0-\x08\x0b\x0e-\x1f\x7f\u180e\u200b-\u200f\u2060-\u2064\u206a-\u206f\ufeff\u202a-\u202e]/
/** Runs of them, and references to one. */
const invisible = new RegExp(
  `${hidden.source}+|&(?:#8203|#x200b|#65279|#xfeff|#8288|#x2060|ZeroWidthSpace|NoBreak);`,
  'gi',
)
const needsJoiners =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{Extended_Pictographic}\p{Emoji_Modifier}]|\ufe0f/u
const spaceless = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u

const lastReference = /&#(?:x([0-9a-f]{2,5})|(\d{2,6}));$/i
const firstReference = /^&#(?:x([0-9a-f]{2,5})|(\d{2,6}));/i

/** Decode the numeric reference at the edge of a text. */
const decoded = (text: string, edge: RegExp): string =>
  text.replace(edge, (_, hex: string | undefined, decimal: string | undefined) =>
    String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal)),
  )

export const invisibleCharacters: TextRule = (text, report) => {
  const {value} = text
  if (!value.includes('&') && !hidden.test(value)) return text
  let directed: boolean | undefined
  const edits: Edit[] = []
  for (const match of value.matchAll(invisible)) {
    const start = match.index
    const end = start + match[0].length
    const before = decoded(value.slice(Math.max(0, start - 10), start), lastReference)
    const after = decoded(value.slice(end, end + 10), firstReference)
    let kept = ''
    for (const character of match[0].startsWith('&') ? '' : match[0]) {
      const code = character.charCodeAt(0)
      if (code === 0x200c || code === 0x200d) {
        if (needsJoiners.test(before.slice(-2)) || needsJoiners.test(after.slice(0, 2))) kept += character
      } else if (code === 0x200b) {
        if (spaceless.test(before.slice(-2)) && spaceless.test(after.slice(0, 2))) kept += character
      } else if (code === 0x200e || code === 0x200f || (code >= 0x202a && code <= 0x202e)) {
        directed ??= rightToLeft.test(value)
        if (directed) kept += character
      }
    }
    if (kept !== match[0]) edits.push({start, end, value: kept})
  }
  return amend(text, editsOutside(text, edits, 'raw'), report, {
    code: 'invisible-dropped',
    message: 'Invisible characters inside the text were removed.',
  })
}

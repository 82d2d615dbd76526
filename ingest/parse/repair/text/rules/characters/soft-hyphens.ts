/**
 * Soft hyphens: hints for hyphenation, meaningless once the text is set again. After mojibake, whose bytes may look
 * like them.
 *
 * @example
 *   in: Werk\u00adzeuge der Alt&shy;stein&#173;zeit
 *   out: Werkzeuge der Altsteinzeit
 * @example
 *   in: a well-known sign
 *   out: a well-known sign
 */
import {editsOutside} from '../../markup/outside.ts'
import {amend, type TextRule} from '../../rule.ts'

/** Also references to hidden characters that were escaped once more. */
const soft = /(?:\u00ad|&(?:shy|#173|#xad|#8203|#x200b|#65279|#xfeff|#8288|#x2060);)+/gi

export const softHyphens: TextRule = (text, report) => {
  const edits = [...text.value.matchAll(soft)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    value: '',
  }))
  return amend(text, editsOutside(text, edits, 'raw'), report, {
    code: 'invisible-dropped',
    message: 'Soft hyphens inside words were removed.',
  })
}

/**
 * Runs of spaced filler characters. A real ". . ." of three or four survives, and so do rules without spaces.
 *
 * @example
 *   in: It ended . . . or so.\n. . .. . . . . . . . $ $ $ $ $ - - - - Next
 *   out: It ended . . . or so.\nNext
 * @example
 *   in: Wait . . . . what? -------- and * * * too
 *   out: Wait . . . . what? -------- and * * * too
 */
import type {Edit} from '../../../../trace/traced-text.ts'
import {editsOutside} from '../../markup/outside.ts'
import type {TextRule} from '../../rule.ts'
import {amend} from '../../rule.ts'

const run =
  /(?<![.$\-*=_~#+\p{L}\p{N}])[.$\-*=_~#+]{1,4}(?:[ \u00a0]{1,3}[.$\-*=_~#+]{1,4}(?![\p{L}\p{N}])){6,}(?:[ \u00a0]{1,3}[.\-*=_~]{1,4}(?=\p{Lu}))?[ \u00a0]{0,3}/gu

export const filler: TextRule = (text, report) => {
  const {value} = text
  if (!/[.$\-*=_~#+] {1,3}[.$\-*=_~#+]/.test(value)) return text
  const edits: Edit[] = []
  for (const match of value.matchAll(run)) {
    edits.push({start: match.index, end: match.index + match[0].length, value: ''})
  }
  return amend(text, editsOutside(text, edits), report, {
    code: 'filler-dropped',
    message: 'A run of filler characters was removed.',
  })
}

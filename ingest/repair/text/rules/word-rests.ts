/**
 * What Word's XML island leaves as text where its elements were stripped: view settings, languages, and style
 * definitions.
 *
 * @example
 *   in: Normal 0 21 false false false DE X-NONE X-NONE table.MsoNormalTable {mso-style-name:"Table"; font-size:11pt;} <p>The council met.</p>
 *   out: <p>The council met.</p>
 * @example
 *   in: <p>Normal, at 0 degrees; false or true.</p>
 *   out: <p>Normal, at 0 degrees; false or true.</p>
 */
import type {Edit} from '../../../trace/traced-text.ts'
import {outside} from '../markup/outside.ts'
import {amend, type TextRule} from '../rule.ts'

/** The values of `w:View`, `w:Zoom`, `w:HyphenationZone` and some switches, then three languages. */
const settings =
  /(?:(?:Normal|Print|Clean)\s{1,9})?(?:\d{1,3}\s{1,9}){1,3}(?:(?:false|true)\s{1,9}){2,9}(?:[A-Z]{2}(?:-[A-Z]{2,4})?\s{1,9}){1,2}X-NONE(?:\s{1,9}(?:X-NONE|[A-Z]{2}(?:-[A-Z]{2})?))?(?:\s{1,9}MicrosoftInternetExplorer\d)?\s{0,9}/g
/** Style rules with Word's own properties. */
const styles =
  /(?:\/\*(?:(?!\*\/)[^<]){0,80}\*\/\s{0,9})?(?:(?:@(?:list|page|font-face)\s)?[a-zA-Z][\w.:-]{0,80}(?:,\s?[\w.:-]{1,80}){0,9}\s{0,9})?\{[^{}<>]{0,4000}mso-[^{}<>]{0,8000}\}\s{0,9}/g

export const wordRests: TextRule = (text, report) => {
  const {value} = text
  if (!value.includes('X-NONE') && !value.includes('mso-')) return text
  const edits: Edit[] = []
  for (const pattern of [settings, styles]) {
    for (const match of value.matchAll(pattern)) {
      edits.push({start: match.index, end: match.index + match[0].length, value: ''})
    }
  }
  return amend(text, outside(text, edits), report, {
    code: 'style-dropped',
    message: 'Settings and style definitions of Word that stood in the text were removed.',
  })
}

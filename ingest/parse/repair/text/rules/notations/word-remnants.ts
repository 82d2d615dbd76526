/**
 * Remnants of Word’s XML island as text, if its elements were stripped: view settings, languages, and style
 * definitions.
 *
 * @example
 *   in: Normal 0 21 false false false DE X-NONE X-NONE table.MsoNormalTable {mso-style-name:"Table"; font-size:11pt;} <p>The council met.</p>
 *   out: <p>The council met.</p>
 * @example
 *   in: <p>Normal, at 0 degrees; false or true.</p>
 *   out: <p>Normal, at 0 degrees; false or true.</p>
 */
import type {Edit} from '../../../../trace/traced-text.ts'
import {editsOutside} from '../../markup/outside.ts'
import {amend, type TextRule} from '../../rule.ts'

/** Values of `w:View`, `w:Zoom`, `w:HyphenationZone` and some switches, then three languages. */
const settings =
  /(?:(?:Normal|Print|Clean)\s{1,9})?(?:\d{1,3}\s{1,9}){1,3}(?:(?:false|true)\s{1,9}){2,9}(?:[A-Z]{2}(?:-[A-Z]{2,4})?\s{1,9}){1,2}X-NONE(?:\s{1,9}(?:X-NONE|[A-Z]{2}(?:-[A-Z]{2})?))?(?:\s{1,9}MicrosoftInternetExplorer\d)?\s{0,9}/g
/** Text before the braces of a style rule. */
const selector =
  /(?:\/\*[\w ]{1,60}\*\/\s{0,9})?(?:@(?:list|page|font-face)\s)?[a-zA-Z][\w.:, -]{0,160}(?:[^\S ]\s{0,8})?$/
/** Maximum length of a style rule, in characters. */
const MAX_RULE_LENGTH = 8000

export const wordRemnants: TextRule = (text, report) => {
  const {value} = text
  if (!value.includes('X-NONE') && !value.includes('mso-')) return text
  const edits: Edit[] = Array.from(value.matchAll(settings), ({0: whole, index}) => ({
    start: index,
    end: index + whole.length,
    value: '',
  }))
  return amend(text, editsOutside(text, [...edits, ...styleRules(value, edits)]), report, {
    code: 'style-dropped',
    message: 'Settings and style definitions of Microsoft Word were removed from the text.',
  })
}

/** Find style rules with Word’s own properties. */
function styleRules(value: string, before: readonly Edit[]): Edit[] {
  const edits: Edit[] = []
  let next = 0
  let gap = 0
  let from = 0
  for (let close = value.indexOf('}'); close >= 0; close = value.indexOf('}', close + 1)) {
    const part = value.slice(from, close)
    const brace = part.lastIndexOf('{')
    const open = from + brace
    const last = from
    from = close + 1
    if (brace < 0 || close - open > MAX_RULE_LENGTH) continue
    const rules = value.slice(open, close)
    if (!rules.includes('mso-') || /[<>]/.test(rules)) continue
    for (; (before[next]?.end ?? Number.POSITIVE_INFINITY) <= open; next++) gap = before[next]?.end ?? 0
    const start = Math.max(last, open - 240, gap)
    const head = selector.exec(value.slice(start, open))
    from += /^\s{0,9}/.exec(value.slice(from, from + 9))?.[0].length ?? 0
    edits.push({start: head ? start + head.index : open, end: from, value: ''})
  }
  return edits
}

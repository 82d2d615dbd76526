/**
 * Bullets of symbol fonts (Symbol, Wingdings), which are letters or signs in any other font, and the characters of the
 * private use area that they become in a copy: at the start of a line they are bullets.
 *
 * @example
 *   in: <p><span style="font-family: Wingdings;">§</span>&nbsp;&nbsp; warm gloves</p><p>\uf0b7 a torch</p>
 *   out: <p><span style="font-family: Wingdings;">•</span>&nbsp;&nbsp; warm gloves</p><p>• a torch</p>
 * @example
 *   in: <p class=MsoListParagraph><span style='font-family:"Courier New"'><span style='mso-list:Ignore'>o<span>&nbsp; </span></span></span>pipes</p>
 *   out: <p class=MsoListParagraph><span style='font-family:"Courier New"'><span style='mso-list:Ignore'>•<span>&nbsp; </span></span></span>pipes</p>
 * @example
 *   in: <p>§ 5 of the law, and <span style="font-family: Symbol">a</span> for alpha; o is a letter.</p>
 *   out: <p>§ 5 of the law, and <span style="font-family: Symbol">a</span> for alpha; o is a letter.</p>
 */
import type {Edit} from '../../../trace/traced-text.ts'
import {outside} from '../markup/outside.ts'
import {amend, type TextRule} from '../rule.ts'

/** The first character in an element of a symbol font, at the start of a block, with space or a tag after it. */
const lettered =
  /(?<=<(?:p|li|div|td|br)(?:\s[^<>]{0,600})?>\s{0,9}(?:<[^<>]{1,600}>\s{0,9}){0,4}<(?:span|font)\s[^<>]{0,400}(?:Wingdings|Webdings|Symbol)[^<>]{0,400}>\s{0,9}(?:<span\s[^<>]{0,300}>)?)[^\s<&•](?=\s|<|&nbsp;)/gi
/** What Word marks as the sign of an item, unless it is a number or letter with a stop. */
const ignored = /(?<=<span\s[^<>]{0,300}mso-list:\s?Ignore[^<>]{0,300}>\s{0,9})[^\s<&•](?=\s|<|&nbsp;)/gi
const privateUse = /(?<=(?:^|[\n>])(?:[ \t\u00a0]|&nbsp;){0,20})[\uf020-\uf0ff](?=[\s<&\p{L}\p{N}])/gu

export const symbolBullets: TextRule = (text, report) => {
  const {value} = text
  const edits: Edit[] = []
  const add = (pattern: RegExp): void => {
    for (const {index} of value.matchAll(pattern)) edits.push({start: index, end: index + 1, value: '•'})
  }
  if (/Wingdings|Webdings|Symbol/i.test(value)) add(lettered)
  if (/mso-list:\s?Ignore/i.test(value)) add(ignored)
  if (/[\uf020-\uf0ff]/.test(value)) add(privateUse)
  return amend(text, outside(text, edits), report, {
    code: 'entity-repaired',
    message: 'Bullets of a symbol font were read as bullets.',
    after: '•',
  })
}

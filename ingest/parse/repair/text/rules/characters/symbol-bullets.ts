/**
 * Bullets of symbol fonts (Symbol, Wingdings), which are letters or signs in any other font, and their private-use
 * characters in copied text: at the start of a line they are bullets.
 *
 * @example
 *   in: <p><span style="font-family: Wingdings;">§</span>&nbsp;&nbsp; warm gloves</p><p>\uf0b7 a torch</p><p>\uf0b7 tea</p>
 *   out: <p><span style="font-family: Wingdings;">•</span>&nbsp;&nbsp; warm gloves</p><p>• a torch</p><p>• tea</p>
 * @example
 *   in: <p class=MsoListParagraph><span style='font-family:"Courier New"'><span style='mso-list:Ignore'>o<span>&nbsp; </span></span></span>pipes</p>
 *   out: <p class=MsoListParagraph><span style='font-family:"Courier New"'><span style='mso-list:Ignore'>•<span>&nbsp; </span></span></span>pipes</p>
 * @example
 *   in: <div>o&nbsp;&nbsp;flour</div><div>o&nbsp;&nbsp;salt</div>
 *   out: <div>•&nbsp;&nbsp;flour</div><div>•&nbsp;&nbsp;salt</div>
 * @example
 *   in: <p>§ 5 of the law, and <span style="font-family: Symbol">a</span> for alpha; o is a letter.</p>
 *   out: <p>§ 5 of the law, and <span style="font-family: Symbol">a</span> for alpha; o is a letter.</p>
 */
import type {Edit} from '../../../../trace/traced-text.ts'
import {editsOutside} from '../../markup/outside.ts'
import {amend, type TextRule} from '../../rule.ts'

/** The first character in an element, or in one directly inside it, followed by a space or tag. */
const first =
  /<(?:span|font)\s[^<>]{1,600}>\s{0,9}(?:<span\s[^<>]{0,300}>\s{0,9})?([^\s<&•])(?=\s|<|&nbsp;)/gi
/** Signs of a bullet: its font, or Word’s marking of list signs. */
const symbolFont = /Wingdings|Webdings|Symbol/i
const itemSign = /mso-list:\s?Ignore/i
const block = /<(?:p|li|div|td|br)[\s/>]/gi
/** Private-use characters, as in copies from Word or a PDF; a tab after one is a space. Icons use them, too. */
const privateUse =
  /(?<=(?:^|[\n>])(?:[ \t\u00a0]|&nbsp;){0,20})[\uf02d\uf06c\uf06e\uf06f\uf071\uf075\uf076\uf0a7\uf0a8\uf0b7\uf0d8\uf0de\uf0e0\uf0fc](?:\t+|(?=(?:[ \u00a0]|&nbsp;){0,20}[\p{L}\p{N}“"‘(]))/gu
/** Letters that are bullets in Wingdings or Courier, followed by the spaces that Word inserts. */
const setOff = /[o§Øüvq](?=(?:&nbsp;|\u00a0){2})/g

export const symbolBullets: TextRule = (text, report) => {
  const {value} = text
  const edits: Edit[] = []
  const add = (index: number, length = 1): void => {
    edits.push({start: index, end: index + length, value: length > 1 ? '• ' : '•'})
  }
  if (symbolFont.test(value) || itemSign.test(value)) {
    for (const {0: whole, index} of value.matchAll(first)) {
      const bullet = itemSign.test(whole) || (symbolFont.test(whole) && beginsBlock(value, index))
      if (bullet) add(index + whole.length - 1)
    }
  }
  if (/[\uf020-\uf0ff]/.test(value)) {
    const signs = [...value.matchAll(privateUse)]
    if (signs.length > 1) for (const {0: whole, index} of signs) add(index, whole.length)
  }
  const letters = /(?:&nbsp;|\u00a0){2}/.test(value)
    ? [...value.matchAll(setOff)].filter(({index}) => beginsLine(value, index))
    : []
  if (letters.length > 1) for (const {index} of letters) add(index)
  return amend(text, editsOutside(text, edits), report, {
    code: 'entity-repaired',
    message: 'Bullets written in a symbol font became ordinary bullets.',
    after: '•',
  })
}

/** Whether only tags are between the start of a block and an offset. */
function beginsBlock(value: string, at: number): boolean {
  const before = value.slice(Math.max(0, at - 800), at)
  const last = [...before.matchAll(block)].at(-1)
  return last !== undefined && !/\S/.test(before.slice(last.index).replace(/<[^<>]{0,700}>/g, ''))
}

const beginsLine = (value: string, at: number): boolean =>
  /(?:^|[\n>])[ \t]{0,9}$/.test(value.slice(Math.max(0, at - 10), at))

/**
 * Cells and items without a start tag: text after the end of one, inside a row or list, began another.
 *
 * @example
 *   in: <table><tr><td>3</td>Kaz</td><td>5th</td></tr><tr>4</td></tr></table>
 *   out: <table><tr><td>3</td><td>Kaz</td><td>5th</td></tr><tr><td>4</td></tr></table>
 * @example
 *   in: <ul><li>One</li>Two</li></ul>
 *   out: <ul><li>One</li><li>Two</li></ul>
 * @example
 *   in: <ul><li>One</li>\nTwo:<ul><li>a</li></ul></li></ul>
 *   out: <ul><li>One</li>\n<li>Two:<ul><li>a</li></ul></li></ul>
 * @example
 *   in: <table><tr><td>1</td> <td>2</td></tr></table> text <ul> <li>One</li></ul>
 *   out: <table><tr><td>1</td> <td>2</td></tr></table> text <ul> <li>One</li></ul>
 */
import type {Edit} from '../../../../trace/traced-text.ts'
import {surveyOf} from '../../markup/survey.ts'
import {type Token, tokensOf} from '../../markup/tokens.ts'
import {amend, type TextRule} from '../../rule.ts'

export const lostCells: TextRule = (text, report) => {
  const {value} = text
  if (surveyOf(text).isDelimited || !/<\/(?:td|th|li)>|<(?:tr|ul|ol)\b/i.test(value)) return text
  const edits: Edit[] = []
  /** Name of the element that text here needs; `outer` if only an item with a list is plausible. */
  let wanted: 'td' | 'th' | 'li' | 'outer' | undefined
  let depth = 0
  const list = tokensOf(text)
  list.forEach((token, index) => {
    if (token.type === 'newline') return
    if (token.type !== 'block') {
      if (
        wanted &&
        startsText(token) &&
        (closes(list, index, wanted) || holdsList(list, index, wanted, value))
      ) {
        edits.push({start: token.start, end: token.start, value: `<${wanted === 'outer' ? 'li' : wanted}>`})
      }
      wanted = undefined
      return
    }
    const {name, closing} = token.tag
    if (name === 'table' || name === 'ul' || name === 'ol') depth = Math.max(0, depth + (closing ? -1 : 1))
    wanted = undefined
    if (depth === 0) return
    if (closing && (name === 'td' || name === 'th' || name === 'li')) wanted = name
    // Between two lists inside a list.
    else if (closing && /^[uo]l$/.test(name)) wanted = 'outer'
    else if (!closing && name === 'tr') wanted = 'td'
    else if (!closing && (name === 'ul' || name === 'ol')) wanted = 'li'
  })
  return amend(text, edits, report, {
    code: 'tag-repaired',
    message: 'Missing start tags of table cells or list items were restored.',
  })
}

function startsText(token: Token): boolean {
  return token.type === 'text' || token.type === 'opaque' || (token.type === 'inline' && !token.tag.closing)
}

/** Whether the next block tag closes such an element, or begins the next. */
function closes(list: readonly Token[], index: number, name: string): boolean {
  if (name === 'outer') return false
  const token = nextOf(list, index, (type) => type === 'block')
  if (token?.type !== 'block') return false
  if (name === 'li') return token.tag.name === 'li' && token.tag.closing
  return /^(?:td|th)$/.test(token.tag.name) || (token.tag.name === 'tr' && token.tag.closing)
}

/** Maximum length of the text of an item with a list, in UTF-16 units. */
const MAX_HOLDER_LENGTH = 120

/** Whether a list begins on the same line, after a few words that are not a sentence: an item with a nested list. */
function holdsList(list: readonly Token[], index: number, name: string, value: string): boolean {
  if (name === 'td' || name === 'th') return false
  const token = nextOf(list, index, (type) => type === 'block' || type === 'newline')
  if (token?.type !== 'block' || !/^[uo]l$/.test(token.tag.name) || token.tag.closing) return false
  const text = value.slice(list[index]?.start ?? 0, token.start).trim()
  return text.length <= MAX_HOLDER_LENGTH && !/[.!?。]$/.test(text)
}

function nextOf(
  list: readonly Token[],
  index: number,
  is: (type: Token['type']) => boolean,
): Token | undefined {
  for (let next = index; next < list.length; next++) {
    const token = list[next]
    if (token && is(token.type)) return token
  }
  return undefined
}

/**
 * Tags, and whole texts, that were encoded like an address.
 *
 * @example
 *   in: %3Cp%3EOne.%3C%2Fp%3E
 *   out: <p>One.</p>
 * @example
 *   in: %3Cp%3ECaf%C3%A9%20%26%20tea%3C/p%3E
 *   out: <p>Café & tea</p>
 * @example
 *   in: %3Cp%3EThe+road+is+closed.%3C%2Fp%3E
 *   out: <p>The road is closed.</p>
 * @example
 *   in: <p>100%3Cash, see <a href="https://example.com/a%20b%3Cc%3E">it</a></p>
 *   out: <p>100%3Cash, see <a href="https://example.com/a%20b%3Cc%3E">it</a></p>
 */
import type {Edit} from '../../../../trace/traced-text.ts'
import {knownElements} from '../../markup/names.ts'
import {surveyOf} from '../../markup/survey.ts'
import {amend, type TextRule} from '../../rule.ts'

const tag = /%3C((?:%2F|\/)?)([a-z][a-z0-9]{0,9})((?:%20|\+)?(?:%2F|\/)?)%3E/gi
const encoded = /(?:%[0-9a-f]{2})+/gi

export const percentEncoding: TextRule = (text, report) => {
  const {value} = text
  if (!/%3C/i.test(value)) return text
  const sound = surveyOf(text).markup
  const edits = sound.length === 0 && !/\s/.test(value.trim()) ? everything(value) : onlyTags(value, sound)
  return amend(text, edits, report, {
    code: 'percent-decoded',
    message: 'Percent-encoded markup was decoded.',
  })
}

function onlyTags(value: string, sound: readonly {start: number; end: number}[]): Edit[] {
  const edits: Edit[] = []
  let next = 0
  for (const match of value.matchAll(tag)) {
    const start = match.index
    while (next < sound.length && (sound[next]?.end ?? 0) <= start) next++
    if ((sound[next]?.start ?? Number.POSITIVE_INFINITY) <= start) continue
    const name = (match[2] ?? '').toLowerCase()
    if (!knownElements.has(name)) continue
    edits.push({
      start,
      end: start + match[0].length,
      value: `<${match[1] ? '/' : ''}${name}${match[3]?.match(/2f|\//i) ? '/' : ''}>`,
    })
  }
  return edits
}

/** Decode each run of encoded bytes that is valid UTF-8; others stay. */
function everything(value: string): Edit[] {
  const edits: Edit[] = []
  const decoder = new TextDecoder('utf-8')
  for (const match of value.matchAll(encoded)) {
    const bytes = Uint8Array.from(match[0].slice(1).split('%'), (hex) => Number.parseInt(hex, 16))
    const decoded = decoder.decode(bytes)
    if (!decoded.includes('\ufffd'))
      edits.push({start: match.index, end: match.index + match[0].length, value: decoded})
  }
  // As sent by a form: a space is a plus sign, and a plus sign is encoded.
  if (!/%20/.test(value)) {
    for (const {index} of value.matchAll(/\+/g)) edits.push({start: index, end: index + 1, value: ' '})
  }
  return edits
}

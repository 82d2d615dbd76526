/**
 * Escapes of a string that lost their backslashes, as after unescaping twice: `u003cp` for a tag, `u2019` inside a
 * word, `rnrn` between sentences.
 *
 * @example
 *   in: u003cpu003eThe ferry wasnu2019t late.u003c/pu003eu003cpu003eAll waited at the cafu00e9.
 *   out: <p>The ferry wasn’t late.</p><p>All waited at the café.
 * @example
 *   in: The doors open on Friday.rnrnTickets cost nine euros.rnrnChildren pay half.
 *   out: The doors open on Friday.\r\n\r\nTickets cost nine euros.\r\n\r\nChildren pay half.
 * @example
 *   in: The code u003 is a model, u2019 too; U2 and u2026 are names, and Mr.nn Annn is none.
 *   out: The code u003 is a model, u2019 too; U2 and u2026 are names, and Mr.nn Annn is none.
 */
import type {Edit} from '../../../../trace/traced-text.ts'
import {editsOutside} from '../../markup/outside.ts'
import {amend, type TextRule} from '../../rule.ts'

/** A tag with escaped brackets. */
const tag = /u003c\/?[a-z][a-z0-9]{0,9}(?:(?!u003[ce])[^<>\n]){0,500}?u003e/gi
/** Escapes of brackets, quotes, ampersands, accented letters and typographic marks. */
const coded = /u(00(?:3[ce]|2[267]|[a-f][0-9a-f])|01[0-7][0-9a-f]|20(?:1[34589cd]|26|ac))/gi
const inWord = /(?<=\p{L})u(?:00[c-f][0-9a-f]|2019)(?![0-9a-f])(?=\p{Ll}|[\s.,;:!?<]|$)/gu
const breaks = /(?<=[.!?:>”"»])(?:rnrn|rn|nn)(?=[\p{Lu}\p{Lo}<“"«*]|u003c)/gu
const MIN_REFERENCES = 2

export const lostBackslashes: TextRule = (text, report) => {
  const {value} = text
  const tags = value.includes('u003') ? (value.match(tag)?.length ?? 0) : 0
  const words = /u(?:00|20)/.test(value) ? (value.match(inWord)?.length ?? 0) : 0
  let result = text
  if (tags >= MIN_REFERENCES || words >= MIN_REFERENCES) {
    result = amend(
      result,
      editsOutside(text, decoded(value, tags >= MIN_REFERENCES ? coded : inWord)),
      report,
      {
        code: 'json-unescaped',
        message: 'JSON escapes with missing backslashes were decoded.',
      },
    )
  }
  if (!/rn|nn/.test(result.value)) return result
  const found = Array.from(result.value.matchAll(breaks), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    value: match[0].replaceAll('r', '\r').replaceAll('n', '\n'),
  }))
  const edits = editsOutside(result, found)
  if (edits.length < MIN_REFERENCES) return result
  return amend(result, edits, report, {
    code: 'line-break-unescaped',
    message: 'Line breaks written as escapes with missing backslashes were restored.',
  })
}

function decoded(value: string, pattern: RegExp): Edit[] {
  return Array.from(value.matchAll(pattern), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    value: String.fromCharCode(Number.parseInt(match[0].slice(1), 16)),
  }))
}

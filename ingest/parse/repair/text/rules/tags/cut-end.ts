/**
 * A tag or character reference that the end of the source cuts off is removed with a finding: a name with attributes,
 * or a bare bracket. Only at the very end; elsewhere a bracket is broken, not truncated.
 *
 * @example
 *   in: <p>One.</p>\n<p>Two.</p><p class="lead
 *   out: <p>One.</p>\n<p>Two.</p>
 * @example
 *   in: <p>One.</p>\n<p>Two.</
 *   out: <p>One.</p>\n<p>Two.
 * @example
 *   in: <p>One.</p>\n<p>Tom &am
 *   out: <p>One.</p>\n<p>Tom
 * @example
 *   in: <p>If a < b</p> and c <
 *   out: <p>If a < b</p> and c <
 */
import {knownElements} from '../../markup/names.ts'
import {isPage} from '../../markup/outside.ts'
import {amend, type TextRule} from '../../rule.ts'

/** Syntax of a truncated tag; the last of its attributes may be truncated. */
const TAG =
  /^<(?:\/|([a-zA-Z][a-zA-Z0-9]{0,15})(?:\s{1,9}[\w:-]{1,40}=(?:"[^"<>]{0,2000}"|'[^'<>]{0,2000}'))*(?:\s{1,9}(?:[\w:-]{1,40}=(?:"[^"<>]{0,2000}|'[^'<>]{0,2000}|[\w:/.-]{1,200})?)?)?)?$/

/** A truncated reference: its number, or the start of a common name. */
const REFERENCE =
  /\s{0,9}&(?:#x?[\da-f]{0,6}|am|amp|nb|nbs|nbsp|quo|quot|apo|apos|[lr][sd]q\w{0,3}|[mn]da\w{0,2}|hel\w{0,4})$/i
const CUT_REFERENCE = 'The source ends in the middle of a character reference. The text before it was kept.'

export const cutEnd: TextRule = (text, report) => {
  const {value} = text
  const end = value.trimEnd().length
  const reference = REFERENCE.exec(value.slice(Math.max(0, end - 40), end))
  if (reference && /<\/?[a-z]/i.test(value))
    return amend(text, [{start: end - reference[0].length, end: value.length, value: ''}], report, {
      code: 'truncated',
      message: CUT_REFERENCE,
    })
  const start = value.lastIndexOf('<', end)
  if (start < 0 || end - start > 2400 || isPage(value)) return text
  const match = TAG.exec(value.slice(start, end))
  if (!match) return text
  const [, name] = match
  // A lone bracket may be part of the text, unless it follows a tag or begins an end tag.
  if (
    name
      ? !knownElements.has(name.toLowerCase())
      : !/>\s{0,9}<$|<\/$/.test(value.slice(Math.max(0, start - 10), end))
  )
    return text
  return amend(text, [{start, end: value.length, value: ''}], report, {
    code: 'truncated',
    message: 'The source ends in the middle of a tag. The text before it was kept.',
  })
}

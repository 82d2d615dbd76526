/**
 * Text as in mails (quoted-printable, RFC 2045, 6.7): lines wrapped with an equals sign, and characters as bytes after
 * one.
 *
 * @example
 *   in: <p style=3D"margin:0">The caf=C3=A9 will close, its owner sa=\nid.</p>
 *   out: <p style="margin:0">The café will close, its owner said.</p>
 * @example
 *   in: <p>If a=B0 and x=3D, y=\nis open; <a href="https://example.com/?q=C3&r=A9">more</a>.</p>
 *   out: <p>If a=B0 and x=3D, y=\nis open; <a href="https://example.com/?q=C3&r=A9">more</a>.</p>
 */
import type {Edit} from '../../../../trace/traced-text.ts'
import {amend, type TextRule} from '../../rule.ts'

const escaped = /=\r?\n|(?:=[0-9A-F]{2})+/g
/** Equals signs of attributes, two bytes of UTF-8 and lines wrapped inside a word, which other text does not have. */
const signs = /=3D["']|=[CD][0-9A-F]=[89AB][0-9A-F]|=E[0-9A-F]=[89AB][0-9A-F]=[89AB][0-9A-F]|=\r?\n/g
const MIN_SIGNS = 2

export const quotedPrintable: TextRule = (text, report) => {
  const {value} = text
  if (!/=(?:3D|[CDE][0-9A-F]=)/.test(value)) return text
  const found = value.match(signs) ?? []
  if (found.length < MIN_SIGNS || !found.some((sign) => sign.length > 3)) return text
  const utf8 = new TextDecoder()
  const western = new TextDecoder('windows-1252')
  const edits: Edit[] = []
  for (const match of value.matchAll(escaped)) {
    let decoded = ''
    if (!match[0].includes('\n')) {
      const bytes = Uint8Array.from(match[0].slice(1).split('='), (hex) => Number.parseInt(hex, 16))
      decoded = utf8.decode(bytes)
      if (decoded.includes('\ufffd')) decoded = western.decode(bytes)
    }
    edits.push({start: match.index, end: match.index + match[0].length, value: decoded})
  }
  return amend(text, edits, report, {
    code: 'percent-decoded',
    message: 'Text encoded for e-mail (quoted-printable) was decoded.',
  })
}

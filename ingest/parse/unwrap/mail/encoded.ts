/** Undoes the encodings of mail: quoted-printable and base64 (RFC 2045), and words of a head in another character set (RFC 2047). */
import type {Edit, TracedText} from '../../trace/traced-text.ts'
import {edit} from '../../trace/traced-text.ts'

const decoderOf = (charset: string | undefined): TextDecoder => {
  try {
    return new TextDecoder(charset || 'utf-8')
  } catch (error) {
    if (error instanceof RangeError) return new TextDecoder('utf-8')
    throw error
  }
}

/** Bytes as text; those that are not valid in the given character set are read as Windows-1252, the usual one of old mails. */
function textOf(bytes: Uint8Array, charset: string | undefined): string {
  const text = decoderOf(charset).decode(bytes)
  return text.includes('\ufffd') ? new TextDecoder('windows-1252').decode(bytes) : text
}

const ESCAPES = /=[ \t]{0,9}\r?\n|(?:=[0-9A-Fa-f]{2})+/g

/** Text whose encoding was quoted-printable. */
export function fromQuotedPrintable(text: TracedText, charset: string | undefined): TracedText {
  const edits = Array.from(text.value.matchAll(ESCAPES), ({0: found, index}): Edit => {
    const hex = found.includes('\n') ? [] : found.slice(1).split('=')
    const bytes = Uint8Array.from(hex, (one) => Number.parseInt(one, 16))
    return {start: index, end: index + found.length, value: textOf(bytes, charset)}
  })
  return edit(text, edits)
}

/** Text whose encoding was base64: each line is replaced by its characters. */
export function fromBase64(text: TracedText, charset: string | undefined): TracedText {
  const lines = [...text.value.matchAll(/[A-Za-z0-9+/=]+/g)]
  const bytes: Uint8Array[] = []
  let rest = ''
  for (const [line] of lines) {
    const all = rest + line
    const whole = all.length - (all.length % 4)
    rest = all.slice(whole)
    bytes.push(bytesOf(all.slice(0, whole)))
  }
  if (rest !== '') bytes.push(bytesOf(rest))
  const decoder = decoderOf(charset)
  const edits: Edit[] = []
  let from = 0
  for (const [index, match] of lines.entries()) {
    const end = match.index + match[0].length
    const isLast = index === lines.length - 1
    const value = decoder.decode(bytes[index] ?? new Uint8Array(), {stream: !isLast})
    const more = isLast && bytes.length > lines.length ? decoder.decode(bytes.at(-1)) : ''
    edits.push({start: from, end: isLast ? text.value.length : end, value: value + more})
    from = end
  }
  return edit(text, edits)
}

/** Bytes of base64; what is no base64 is left out. */
function bytesOf(base64: string): Uint8Array {
  const digits = base64.replace(/[^A-Za-z0-9+/]/g, '')
  const whole = digits.length % 4 === 1 ? digits.slice(0, -1) : digits
  return Uint8Array.from(atob(whole), (character) => character.charCodeAt(0))
}

const WORD = /=\?([\w-]{1,40})(?:\*[\w-]{1,20})?\?([BbQq])\?([^?\s]{0,400})\?=/g

/** A line of a head with its encoded words decoded. */
export function decodedWords(line: string): string {
  // White space between two encoded words is no part of the text.
  return line
    .replace(/\?=[ \t]+=\?/g, '?==?')
    .replace(WORD, (_, charset: string, encoding: string, content: string) => {
      if (/b/i.test(encoding)) return textOf(bytesOf(content), charset)
      const bytes: number[] = []
      for (const [, hex, plain = ''] of content.matchAll(/=([0-9A-Fa-f]{2})|([^=])/g))
        bytes.push(hex ? Number.parseInt(hex, 16) : plain === '_' ? 0x20 : plain.charCodeAt(0) & 0xff)
      return textOf(Uint8Array.from(bytes), charset)
    })
}

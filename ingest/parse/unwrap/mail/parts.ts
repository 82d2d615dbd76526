/** The parts of a message (MIME, RFC 2046). */
import type {TracedText} from '../../trace/traced-text.ts'
import {slice} from '../../trace/traced-text.ts'
import {fieldOf, type Head, headAt, parameterOf} from '../capture/head.ts'
import {fromBase64, fromQuotedPrintable} from './encoded.ts'

/** A part that is no list of parts. */
export interface Part {
  head: Head
  /** Media type in lower case, without parameters. */
  type: string
  start: number
  end: number
}

const MAX_PARTS = 500
const MAX_DEPTH = 10

/** The parts of a message whose head is known, in order. */
export function partsOf(value: string, head: Head, end: number, depth = 0): Part[] {
  const field = fieldOf(head, 'content-type')
  const type = (/^[^\s;]{1,100}/.exec(field?.value ?? '')?.[0] ?? 'text/plain').toLowerCase()
  const boundary = parameterOf(field, 'boundary')
  if (!type.startsWith('multipart/') || !boundary || depth > MAX_DEPTH)
    return [{head, type, start: head.end, end}]
  const line = `--${boundary}`
  const parts: Part[] = []
  let at = value.startsWith(line, head.end) ? head.end : lineAt(value, line, head.end, end)
  while (at >= 0 && parts.length < MAX_PARTS && !value.startsWith('--', at + line.length)) {
    const start = value.indexOf('\n', at) + 1
    const next = start > 0 ? lineAt(value, line, start - 1, end) : -1
    const stop = next < 0 ? end : next
    if (start > 0 && start < stop) {
      const own =
        value.slice(start, start + 2).trimStart() === '' ? {fields: [], end: start} : headAt(value, start)
      if (own && own.end <= stop) for (const part of partsOf(value, own, stop, depth + 1)) parts.push(part)
    }
    at = next
  }
  return parts
}

/** Where a line begins with this. */
function lineAt(value: string, line: string, from: number, end: number): number {
  const at = value.indexOf(`\n${line}`, from)
  return at < 0 || at >= end ? -1 : at + 1
}

/** The content of a part, decoded. */
export function contentOf(text: TracedText, {head, start, end}: Part): TracedText {
  const content = slice(text, start, end)
  const charset = parameterOf(fieldOf(head, 'content-type'), 'charset')
  const encoding = fieldOf(head, 'content-transfer-encoding')?.value.toLowerCase()
  if (encoding === 'quoted-printable') return fromQuotedPrintable(content, charset)
  if (encoding === 'base64') return fromBase64(content, charset)
  return content
}

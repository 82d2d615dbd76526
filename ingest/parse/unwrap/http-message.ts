/**
 * A page with the head of the answer that brought it: of HTTP, alone (`curl -i`, also with redirects) or in a record of a web archive
 * (WARC, ISO 28500). The first record with a page is read. The address of the record becomes that of the article.
 *
 * @example
 *   in: HTTP/1.1 200 OK\nContent-Type: text/html\n\n<p>The well is deep.</p>
 *   out: <p>The well is deep.</p>
 * @example
 *   in: WARC/1.0\nWARC-Type: response\nWARC-Target-URI: https://example.com/well\nContent-Length: 80\n\nHTTP/1.1 200 OK\nServer: a\n\n<p>The well is deep.</p>\n\nWARC/1.0\nWARC-Type: metadata\n\nfetchTimeMs: 7
 *   out: <p>The well is deep.</p>
 *   declares: {"canonicalUrl": "https://example.com/well"}
 * @example
 *   in: HTTP/1.1 is the version that most servers speak.
 *   out: HTTP/1.1 is the version that most servers speak.
 */
import type {TracedText} from '../trace/traced-text.ts'
import {edit, slice, sourceRange, trim} from '../trace/traced-text.ts'
import {fieldOf, type Head, type HeadField, headAt} from './capture/head.ts'
import {originalAddress} from './capture/original.ts'
import type {Unwrapper} from './unwrapper.ts'

const RECORD = /^WARC\/\d\.\d\r?\n/
const STATUS = /^HTTP\/\d(?:\.\d)? \d{3}[^\n]{0,200}\r?\n/
/** Names that only the head of an answer has. */
const NAMES =
  /^(?:content-type|content-length|server|cache-control|etag|last-modified|vary|x-[\w-]+|set-cookie|age|expires)$/
const MAIL = /^(?:from|to|subject|mime-version|received)$/
const MIN_FIELDS = 2

export const httpMessage: Unwrapper = (text, report) => {
  const start = text.value.length - text.value.trimStart().length
  const record = recordIn(text.value, start)
  const answer = answerIn(text.value, record?.start ?? start)
  if (!record && !answer) return undefined
  const from = answer?.end ?? record?.start ?? 0
  const body = slice(text, from, record?.end ?? text.value.length)
  const html = trim(isChunked(answer) ? withoutChunks(body) : body)
  report({
    code: 'document-unwrapped',
    message: record
      ? 'The source is a record of a web archive. The page in it was kept, the heads were left out.'
      : 'The source begins with the head of an HTTP answer, which was left out.',
    ranges: [
      sourceRange(text, 0, from),
      ...(record && record.end < text.value.length ? [sourceRange(text, record.end, text.value.length)] : []),
    ],
  })
  const address = record?.address ?? fieldOf(answer, 'content-location')
  return {html, ...(address && originalAddress(address.value, sourceRange(text, address.start, address.end)))}
}

interface WarcRecord {
  start: number
  end: number
  address: HeadField | undefined
}

/** The first record with a page in it. The next one begins after an empty line: lengths count bytes, which are gone here. */
function recordIn(value: string, start: number): WarcRecord | undefined {
  for (let at = start; at >= 0 && RECORD.test(value.slice(at, at + 20)); ) {
    const head = headAt(value, value.indexOf('\n', at) + 1)
    if (!head) return undefined
    const next = value.slice(head.end).search(/\nWARC\/\d\.\d\r?\n/)
    const end = next < 0 ? value.length : head.end + next
    const type = fieldOf(head, 'warc-type')?.value ?? ''
    if (/^(?:response|resource|conversion)$/i.test(type) && holdsPage(value, head.end, end))
      return {start: head.end, end, address: fieldOf(head, 'warc-target-uri')}
    at = next < 0 ? -1 : end + 1
  }
  return undefined
}

function holdsPage(value: string, start: number, end: number): boolean {
  const type = fieldOf(answerIn(value, start), 'content-type')?.value ?? 'text/html'
  return end > start && /html|xml|json|text\/plain/i.test(type)
}

/** The last head of one or several answers in a row, as redirects bring them. */
function answerIn(value: string, start: number): Head | undefined {
  const status = STATUS.exec(value.slice(start, start + 300))
  if (!status) return bareHeadIn(value, start)
  const head = headAt(value, start + status[0].length)
  return head && (answerIn(value, head.end) ?? head)
}

/** A head without its status line. */
function bareHeadIn(value: string, start: number): Head | undefined {
  if (!/^[A-Za-z][\w-]{1,40}:/.test(value.slice(start, start + 50))) return undefined
  const head = headAt(value, start)
  if (!head || head.fields.some(({name}) => MAIL.test(name))) return undefined
  const known = head.fields.filter(({name}) => NAMES.test(name)).length
  return known >= MIN_FIELDS && /^\s*[<{]/.test(value.slice(head.end, head.end + 200)) ? head : undefined
}

const isChunked = (head: Head | undefined): boolean =>
  /chunked/i.test(fieldOf(head, 'transfer-encoding')?.value ?? '')

/** Remove the lengths between chunks (RFC 9112, 7.1); a text that was saved without them stays. */
function withoutChunks(text: TracedText): TracedText {
  const {value} = text
  const edits: {start: number; end: number; value: string}[] = []
  const encoder = new TextEncoder()
  for (let at = 0; at < value.length; ) {
    const [line = '', hex = ''] =
      /^(?:\r?\n)?([\da-f]{1,8})[ \t]{0,9}(?:;[^\n]{0,200})?\r?\n/i.exec(value.slice(at, at + 300)) ?? []
    if (line === '') return edits.length > 0 && at >= value.trimEnd().length ? edit(text, edits) : text
    edits.push({start: at, end: at + line.length, value: ''})
    at += line.length
    const size = Number.parseInt(hex, 16)
    if (size === 0) {
      edits.push({start: at, end: value.length, value: ''})
      break
    }
    // Bytes of the chunk as UTF-16 units: at most as many, and exactly as many as its text takes.
    const written = new Uint8Array(size)
    at += encoder.encodeInto(value.slice(at, at + size), written).read
  }
  return edit(text, edits)
}

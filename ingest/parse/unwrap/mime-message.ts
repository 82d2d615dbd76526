/**
 * A message with its head: a mail (RFC 5322), or a page that a browser saved with its images (MHTML, RFC 2557). Of several parts the page
 * is kept, else the plain text, with its encoding undone. Subject, sender and date of a mail are declared; the sender of a mail to a list
 * is not, since that is often the list. The address of a saved page becomes that of the article.
 *
 * @example
 *   in: From: <Saved by Blink>\nSnapshot-Content-Location: https://example.com/well\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n<p class=3D"a">The well is de=\nep.</p>\n--b\nContent-Type: text/css\n\np {}\n--b--
 *   out: <p class="a">The well is deep.</p>
 *   declares: {"canonicalUrl": "https://example.com/well"}
 * @example
 *   in: From: Ann Lee <ann@example.com>\nTo: bo@example.com\nSubject: =?UTF-8?Q?Caf=C3=A9?= news\nDate: Tue, 5 Mar 2024 10:00:00 +0100\n\nThe well is deep.
 *   out: The well is deep.
 *   declares: {"title": "Café news", "authors": ["Ann Lee"], "publishedAt": "Tue, 5 Mar 2024 10:00:00 +0100"}
 * @example
 *   in: From: here to there\n\nIt is a long way.
 *   out: From: here to there\n\nIt is a long way.
 */
import type {Declaration, Declared} from '../metadata/declared.ts'
import type {Edit, TracedText} from '../trace/traced-text.ts'
import {edit, sourceRange, trim} from '../trace/traced-text.ts'
import {fieldOf, type Head, type HeadField, headAt, parameterOf} from './capture/head.ts'
import {originalAddress} from './capture/original.ts'
import {between} from './lib/compose.ts'
import {decodedWords} from './mail/encoded.ts'
import {contentOf, type Part, partsOf} from './mail/parts.ts'
import type {Unwrapper} from './unwrapper.ts'

/** Fields of a message, of which a text that is none has fewer. */
const FIELDS =
  /^(?:from|to|subject|date|mime-version|message-id|content-type|received|return-path|reply-to|snapshot-content-location|sender|cc)$/
const MIN_FIELDS = 3
/** The line before each message of a mailbox file. */
const MBOX = /^From \S{1,200} [^\n]{10,60}\d{4}\r?\n/

export const mimeMessage: Unwrapper = (text, report) => {
  const {value} = text
  const start = value.length - value.trimStart().length
  if (!/^[A-Z][A-Za-z-]{1,60}(?::|\s\S{1,200}\s)/.test(value.slice(start, start + 300))) return undefined
  const head = headAt(value, start + (MBOX.exec(value.slice(start, start + 400))?.[0].length ?? 0))
  if (!head || head.fields.filter(({name}) => FIELDS.test(name)).length < MIN_FIELDS) return undefined
  const part = bodyOf(partsOf(value, head, value.length))
  if (!part) return undefined
  const isSaved =
    fieldOf(head, 'snapshot-content-location') !== undefined ||
    /saved by/i.test(fieldOf(head, 'from')?.value ?? '')
  report({
    code: 'document-unwrapped',
    message: isSaved
      ? 'The source is a page that a browser saved as one file. The page was kept, its files were left out.'
      : 'The source is a mail. Its text was kept, its head and other parts were left out.',
    ranges: between(text, [part]),
  })
  const html = trim(flowed(contentOf(text, part), part))
  const address =
    fieldOf(part.head, 'content-location') ?? fieldOf(head, 'snapshot-content-location', 'content-location')
  if (isSaved) return {html, ...(address && originalAddress(address.value, placeOf(text, address)))}
  return {html, declared: declaredIn(text, head)}
}

/** The page among the parts of a message, else its text. */
function bodyOf(parts: readonly Part[]): Part | undefined {
  const texts = parts.filter(
    ({head}) => !/^attachment/i.test(fieldOf(head, 'content-disposition')?.value ?? ''),
  )
  return (
    texts.find(({type}) => type === 'text/html' || type === 'application/xhtml+xml') ??
    texts.find(({type}) => type === 'text/plain')
  )
}

/** Lines that a program wrapped end with a space (`format=flowed`, RFC 3676); they are one again. */
function flowed(content: TracedText, {head, type}: Part): TracedText {
  if (type !== 'text/plain' || parameterOf(fieldOf(head, 'content-type'), 'format') !== 'flowed')
    return content
  const edits = Array.from(
    content.value.matchAll(/(?<!\n--) \r?\n(?!>)/g),
    ({0: found, index}): Edit => ({
      start: index,
      end: index + found.length,
      value: ' ',
    }),
  )
  return edit(content, edits)
}

const placeOf = (text: TracedText, {start, end}: HeadField) => sourceRange(text, start, end)

function declaredIn(text: TracedText, head: Head): Declared {
  const line = (field: HeadField | undefined, value: string | undefined): Declaration<string> | undefined =>
    field && value ? {value, place: placeOf(text, field)} : undefined
  const [subject, from, date] = ['subject', 'from', 'date'].map((name) => fieldOf(head, name))
  const isToList =
    fieldOf(head, 'list-id', 'list-unsubscribe', 'list-post') !== undefined ||
    /bulk|list/i.test(fieldOf(head, 'precedence')?.value ?? '')
  const sender = isToList ? undefined : line(from, senderIn(from?.value))
  return {
    source: 'mail',
    fields: {
      title: line(
        subject,
        decodedWords(subject?.value ?? '')
          .replace(/^(?:(?:re|fwd?|aw|wg|tr|rv)\s{0,2}:\s{0,5}){1,9}/i, '')
          .trim(),
      ),
      authors: sender && {...sender, value: [sender.value]},
      publishedAt: line(date, date?.value),
    },
  }
}

/** The name before the address of a sender; undefined for an address alone. */
function senderIn(value: string | undefined): string | undefined {
  const [, name = ''] = /^\s{0,9}"?([^"<>@]{1,100}?)"?\s{0,9}</.exec(decodedWords(value ?? '')) ?? []
  return name.trim() || undefined
}

import {InputError} from '../../parse/errors.ts'
import type {Scrape} from '../../parse/types.ts'
import {type Provenance, parseObject, provenanceOf, scrapeOfRow} from '../read/scrape-row.ts'

/** The form of a body. `envelope`: JSON that contains the page. `page`: the page itself. */
export type BodyKind = 'envelope' | 'page'

const ORIGIN = 'http'

/** Content types of pages; what a body really contains is sniffed. */
const PAGE_TYPES = /^(?:text\/[^;]+|application\/(?:xhtml\+xml|xml|octet-stream|[\w.-]+\+(?:xml|json)))$/

/**
 * The form that the headers of a request declare. Without a content type the body is sniffed. Throws {@link InputError}
 * `binary` (415) for a type that cannot contain an article.
 */
export function requireWebType(headers: Headers): BodyKind {
  const encoding = headers.get('content-encoding')?.trim().toLowerCase()
  if (encoding !== undefined && encoding !== '' && encoding !== 'identity') {
    throw new InputError('binary', `Send the body as it is, without \`Content-Encoding: ${encoding}\``)
  }
  const type = mediaType(headers)
  if (type === 'application/json') return 'envelope'
  if (type === '' || PAGE_TYPES.test(type)) return 'page'
  throw new InputError(
    'binary',
    `Expected the page as text/html, text/plain, text/markdown or application/json with \`body\`, got \`${type}\``,
  )
}

/** The scrape in a request. Throws {@link InputError}. */
export function scrapeOfRequest(headers: Headers, kind: BodyKind, body: Uint8Array): Scrape {
  if (kind === 'envelope') {
    if (body.length === 0)
      throw new InputError('empty', 'The body is empty; send JSON with `body` or `bodyBase64`')
    return scrapeOfRow(parseObject(Buffer.from(body).toString('utf8'), 'the body'), 'the body', ORIGIN)
  }
  return {...provenanceOfHeaders(headers), bytes: body, origin: ORIGIN}
}

/** The header of each field. A new field of a scrape without a header does not compile. */
const HEADERS: Record<Exclude<keyof Provenance, 'unread'>, string> = {
  url: 'X-Source-Url',
  fetchedAt: 'X-Fetched-At',
  contentType: 'Content-Type',
}

function provenanceOfHeaders(headers: Headers): Provenance {
  const values = Object.entries(HEADERS).map(([field, header]) => [field, headers.get(header)])
  return provenanceOf(Object.fromEntries(values))
}

function mediaType(headers: Headers): string {
  return (headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''
}

import {InputError} from '../../parse/errors.ts'
import type {Scrape} from '../../parse/types.ts'
import {type Provenance, parseObject, provenanceOf, scrapeOfRow} from '../read/scrape-row.ts'

/** `envelope`: JSON with the page in it. `page`: the page itself. */
export type BodyKind = 'envelope' | 'page'

const ORIGIN = 'http'

/** Types of bodies that may hold a page as text; what they really hold is sniffed. */
const PAGE_TYPES = /^(?:text\/[^;]+|application\/(?:xhtml\+xml|xml|octet-stream|[\w.-]+\+xml))$/

/**
 * Whether a request's headers announce something that can hold an article. Throws {@link InputError} `binary` (415)
 * if not. No type at all is fine: it is sniffed.
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

/** The scrape that a request carries. Throws {@link InputError}. */
export function scrapeOfRequest(headers: Headers, kind: BodyKind, body: Uint8Array): Scrape {
  if (kind === 'envelope') {
    if (body.length === 0)
      throw new InputError('empty', 'The body is empty; send JSON with `body` or `bodyBase64`')
    return scrapeOfRow(parseObject(Buffer.from(body).toString('utf8'), 'the body'), 'the body', ORIGIN)
  }
  return {...provenanceOfHeaders(headers), bytes: body, origin: ORIGIN}
}

function provenanceOfHeaders(headers: Headers): Provenance {
  const values = {
    url: headers.get('x-source-url') ?? undefined,
    fetchedAt: headers.get('x-fetched-at') ?? undefined,
    contentType: headers.get('content-type') ?? undefined,
  }
  return provenanceOf(values, 'the headers (`X-Source-Url`, `X-Fetched-At`)')
}

function mediaType(headers: Headers): string {
  return (headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''
}

/** A scrape as JSON: the body of `POST /ingest`, and each line of an `.ndjson` file. */
import {parse as parseJson} from 'secure-json-parse'
import {InputError} from '../../parse/errors.ts'
import type {Scrape} from '../../parse/types.ts'
import {parseWebUrl} from '../../store/draft/normalize-url.ts'

/** Where a scrape came from, as given by a caller, a row or a sidecar. */
export type Provenance = Omit<Scrape, 'bytes' | 'origin'>

/** Where a scrape came from, in a field of its own each; what could not be read of it is `unread`. */
type Field = Exclude<keyof Provenance, 'unread'>

/**
 * How each field is read: as it is, in the form that the pipeline knows, or not at all. A new field without a line here does not
 * compile.
 */
const READERS: Record<Field, (value: string) => string | undefined> = {
  url: webAddressIn,
  fetchedAt: timeIn,
  contentType: (value) => value,
}
const FIELDS = Object.keys(READERS) as Field[]

const BASE64 = /^[A-Za-z0-9+/\s]*(?:={1,2}\s*)?$/

/** Parse JSON. Throws {@link InputError} `malformed-row` that names `name`. */
export function parseValue(text: string, name: string): unknown {
  try {
    return parseJson(text)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new InputError('malformed-row', `${name} is not valid JSON: ${reason}`, {cause: error})
  }
}

/** Parse a JSON object. Throws {@link InputError} `malformed-row` that names `name`. */
export const parseObject = (text: string, name: string): object => requireObject(parseValue(text, name), name)

/** The value, which has to be an object. Throws {@link InputError} `malformed-row` that names `name`. */
export function requireObject(value: unknown, name: string): object {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new InputError('malformed-row', `Expected ${name} to be a JSON object, got ${kindOf(value)}`)
  }
  return value
}

/**
 * Whether JSON is a document that holds its article in fields of its own, such as a JSON Feed or an API's answer, and no row of ours: a
 * row has `body` or `bodyBase64`.
 */
export function isJsonDocument(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0
  if (typeof value !== 'object' || value === null) return false
  if ('body' in value || 'bodyBase64' in value) return false
  return Object.keys(value).some((key) => !FIELDS.some((field) => field === key))
}

/** URL, time and type of an object. An empty one is absent; one that cannot be read is left out and listed in `unread`. */
export function provenanceOf(row: object): Provenance {
  const provenance: Provenance = {}
  const unread: string[] = []
  for (const field of FIELDS) {
    const given: unknown = Object.hasOwn(row, field) ? Reflect.get(row, field) : undefined
    const written =
      typeof given === 'number' ? String(given) : typeof given === 'string' ? given.trim() : given
    if (written === undefined || written === null || written === '') continue
    const value = typeof written === 'string' ? READERS[field](written) : undefined
    if (value === undefined) unread.push(`\`${field}\`: ${JSON.stringify(given)?.slice(0, 120)}`)
    else provenance[field] = value
  }
  return unread.length > 0 ? {...provenance, unread} : provenance
}

/** A web address; one without its protocol is read as browsers read it in their address bar. */
function webAddressIn(value: string): string | undefined {
  if (parseWebUrl(value) !== undefined) return value
  const completed = value.startsWith('//') ? `https:${value}` : `https://${value}`
  return WITHOUT_PROTOCOL.test(value) && parseWebUrl(completed) !== undefined ? completed : undefined
}

/** A host with a dot and a path: `example.com/a`, `//example.com/a`. */
const WITHOUT_PROTOCOL = /^(?:\/\/)?(?:[\p{L}\p{N}-]{1,63}\.){1,6}\p{L}{2,24}(?::\d{2,5})?(?:[/?#]|$)/u

/** Seconds from 1990 to 2100; in milliseconds they have three more digits. */
const EPOCH = /^(\d{9,10})(?:\.\d{1,9}|(\d{3}))?$/

/** A time in ISO 8601; one as HTTP and mail write it (RFC 1123), or in seconds or milliseconds since 1970, is converted. */
function timeIn(value: string): string | undefined {
  if (isTime(value)) return value
  const epoch = EPOCH.exec(value)
  if (epoch) return new Date(Number(epoch[1]) * 1000 + Number(epoch[2] ?? 0)).toISOString()
  return RFC_1123.test(value) && !Number.isNaN(Date.parse(value)) ? new Date(value).toISOString() : undefined
}

const RFC_1123 =
  /^(?:[A-Z][a-z]{2},\s)?\d{1,2}[\s-][A-Z][a-z]{2}[\s-](?:\d{2}|\d{4})\s\d{2}:\d{2}(?::\d{2})?\s(?:GMT|UTC|UT|Z|[+-]\d{4})$/

/** The scrape of a row; `bodyBase64` wins over `body`. Throws {@link InputError} `malformed-row` where no body can be read. */
export function scrapeOfRow(row: object, name: string, origin: string): Scrape {
  const bodyBase64 = optionalString(row, 'bodyBase64', name)
  const body = optionalString(row, 'body', name)
  if (bodyBase64 === undefined && body === undefined) {
    throw new InputError('malformed-row', `Expected ${name} to have \`body\` or \`bodyBase64\``)
  }
  if (bodyBase64 !== undefined && !BASE64.test(bodyBase64)) {
    throw new InputError('malformed-row', `Expected \`bodyBase64\` of ${name} to be base64`)
  }
  const provenance = provenanceOf(row)
  if (bodyBase64 !== undefined) return {...provenance, bytes: Buffer.from(bodyBase64, 'base64'), origin}
  return {...provenance, ...utf8(provenance.contentType), bytes: Buffer.from(body ?? '', 'utf8'), origin}
}

/** A body given as text is already decoded, so the charset in its content type no longer applies. */
function utf8(contentType: string | undefined): Provenance {
  return contentType === undefined ? {} : {contentType: `${contentType.replace(/;.*/s, '')}; charset=utf-8`}
}

function optionalString(row: object, field: string, name: string): string | undefined {
  const value: unknown = Object.hasOwn(row, field) ? Reflect.get(row, field) : undefined
  if (value === undefined || value === null) return undefined
  if (typeof value === 'string') return value
  throw new InputError(
    'malformed-row',
    `Expected \`${field}\` of ${name} to be a string, got ${kindOf(value)}`,
  )
}

/** Whether a text is an ISO 8601 time, with at least a date. */
export function isTime(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}/.test(value) && !Number.isNaN(Date.parse(value))
}

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'an array' : `a ${typeof value}`
}

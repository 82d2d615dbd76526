/** A scrape as JSON: the body of `POST /ingest`, and each line of an `.ndjson` file. */
import {parse as parseJson} from 'secure-json-parse'
import {InputError} from '../../parse/errors.ts'
import type {Scrape} from '../../parse/types.ts'
import {parseWebUrl} from '../../store/draft/normalize-url.ts'

/** Where a scrape came from, as given by a caller, a row or a sidecar. */
export type Provenance = Omit<Scrape, 'bytes' | 'origin'>

interface Check {
  /** Completes “Expected … to be”. */
  expected: string
  holds(value: string): boolean
}

/** How each field is checked. A new field without a line here does not compile; undefined allows any text. */
const CHECKS: Record<keyof Provenance, Check | undefined> = {
  url: {expected: 'a web address', holds: (value) => parseWebUrl(value) !== undefined},
  fetchedAt: {expected: 'a time like 2026-01-31T12:00:00Z', holds: isTime},
  contentType: undefined,
}
const FIELDS = Object.keys(CHECKS) as (keyof Provenance)[]

const BASE64 = /^[A-Za-z0-9+/\s]*(?:={1,2}\s*)?$/

/** Parse a JSON object. Throws {@link InputError} `malformed-row` that names `name`. */
export function parseObject(text: string, name: string): object {
  let value: unknown
  try {
    value = parseJson(text)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new InputError('malformed-row', `${name} is not valid JSON: ${reason}`, {cause: error})
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new InputError('malformed-row', `Expected ${name} to be a JSON object, got ${kindOf(value)}`)
  }
  return value
}

/** URL, time and type of an object, each checked. Throws {@link InputError} `malformed-row`. */
export function provenanceOf(row: object, name: string): Provenance {
  const provenance: Provenance = {}
  for (const field of FIELDS) {
    const value = optionalString(row, field, name)
    if (value === undefined) continue
    const check = CHECKS[field]
    if (check && !check.holds(value)) {
      throw new InputError(
        'malformed-row',
        `Expected \`${field}\` of ${name} to be ${check.expected}, got \`${value}\``,
      )
    }
    provenance[field] = value
  }
  return provenance
}

/** The scrape of a row; `bodyBase64` wins over `body`. Throws {@link InputError} `malformed-row`. */
export function scrapeOfRow(row: object, name: string, origin: string): Scrape {
  const bodyBase64 = optionalString(row, 'bodyBase64', name)
  const body = optionalString(row, 'body', name)
  if (bodyBase64 === undefined && body === undefined) {
    throw new InputError('malformed-row', `Expected ${name} to have \`body\` or \`bodyBase64\``)
  }
  if (bodyBase64 !== undefined && !BASE64.test(bodyBase64)) {
    throw new InputError('malformed-row', `Expected \`bodyBase64\` of ${name} to be base64`)
  }
  const provenance = provenanceOf(row, name)
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

/**
 * What a failed request to the Content Lake means for the one who sent it. `@sanity/client` sends a mutation once and
 * does not read `Retry-After`, so every decision about trying again is made from here.
 */
import {isHttpError} from '@sanity/client'

export type WriteErrorCode =
  /** No answer, or only answers that leave the outcome open, for as long as it was tried. */
  | 'unreachable'
  /** No token, or one that may not write. */
  | 'denied'
  /** The lake understood the request and refused it. */
  | 'rejected'
  | 'too-large'
  /** Another writer was quicker, again and again. */
  | 'contended'
  | 'aborted'

/** A document that could not be written. `message` names the reason and what to do next. */
export class WriteError extends Error {
  override name = 'WriteError'
  readonly code: WriteErrorCode
  constructor(code: WriteErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }

  /** Whether the fault lies with the lake or the settings, so that other inputs will meet it as well. */
  get isOutage(): boolean {
    return this.code === 'unreachable' || this.code === 'denied' || this.code === 'aborted'
  }
}

/** What a failed request means. */
export type Failure =
  /** Nothing was written, since what is stored is not what was read: read again, decide again. */
  | {kind: 'conflict'}
  /** Nothing was written; not before `waitMs` from now. */
  | {kind: 'limited'; waitMs?: number}
  /** Written or not, nobody knows: read back. */
  | {kind: 'unknown'}
  | {kind: 'refused'; code: 'denied' | 'rejected' | 'too-large'}

/** Types of mutation errors that say the stored documents are not the ones that were read. */
const CONFLICTS = new Set([
  'documentAlreadyExistsError',
  'documentRevisionIDDoesNotMatchError',
  'documentNotFoundError',
  'transactionConflictError',
  'transactionAlreadyExistsError',
])

/** Classify what a request threw. `now` (ms) is for a `Retry-After` that is a date. */
export function classify(error: unknown, now: number): Failure {
  if (!isHttpError(error)) return {kind: 'unknown'}
  const {statusCode, response} = error
  if (statusCode === 429) {
    const waitMs = retryAfter(response.headers['retry-after'], now)
    return {kind: 'limited', ...(waitMs !== undefined && {waitMs})}
  }
  if (statusCode >= 500) return {kind: 'unknown'}
  if (statusCode === 401 || statusCode === 403) return {kind: 'refused', code: 'denied'}
  if (statusCode === 413) return {kind: 'refused', code: 'too-large'}
  const types = errorTypes(response.body)
  if (types.some((type) => CONFLICTS.has(type))) return {kind: 'conflict'}
  return {kind: 'refused', code: 'rejected'}
}

/** Milliseconds to wait by a `Retry-After` header (RFC 9110, section 10.2.3): seconds, or a date. */
function retryAfter(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined
  if (/^\s*\d+\s*$/.test(header)) return Number(header) * 1000
  const date = Date.parse(header)
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}

/** The error types in a body of the Content Lake: of the whole, and of its items. */
function errorTypes(body: unknown): string[] {
  const error = property(body, 'error')
  const items = property(error, 'items')
  const inner = Array.isArray(items) ? items.map((item) => property(property(item, 'error'), 'type')) : []
  return [property(error, 'type'), ...inner].filter((type) => typeof type === 'string')
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}

/** The deepest cause of a failed connection, for people: `connect ECONNREFUSED 127.0.0.1:3333`. */
export function causeOf(error: unknown): string {
  let last = error
  for (let depth = 0; depth < 10; depth += 1) {
    const next = last instanceof AggregateError ? last.errors[0] : property(last, 'cause')
    if (!(next instanceof Error)) break
    last = next
  }
  const message = last instanceof Error ? last.message : String(last)
  const code = property(last, 'code')
  return message || (typeof code === 'string' ? code : 'unknown reason')
}

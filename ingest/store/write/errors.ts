/**
 * What a failed request to the Content Lake means for its sender. `@sanity/client` sends a mutation once and ignores
 * `Retry-After`, so all retries are decided here.
 */
import {isHttpError} from '@sanity/client'

/** Why a document could not be written. */
export type WriteErrorCode =
  /** No response in all attempts, or only responses that leave the outcome unknown. */
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

  /** Whether the lake or the settings are at fault, so that other inputs would fail as well. */
  get isOutage(): boolean {
    return this.code === 'unreachable' || this.code === 'denied' || this.code === 'aborted'
  }
}

/** What a failed request means. */
export type Failure =
  /** Nothing was written, since the stored documents changed after they were read: read and decide again. */
  | {kind: 'conflict'}
  /** Nothing was written; not before `waitMs` from now. */
  | {kind: 'limited'; waitMs?: number}
  /** Written or not, nobody knows: read back. */
  | {kind: 'unknown'}
  | {kind: 'refused'; code: 'denied' | 'rejected' | 'too-large'}

/** Types of mutation errors which mean that the stored documents changed after they were read. */
const CONFLICTS = new Set([
  'documentAlreadyExistsError',
  'documentRevisionIDDoesNotMatchError',
  'documentNotFoundError',
  'transactionConflictError',
  'transactionAlreadyExistsError',
])

/** Classify the error of a request. `now` (milliseconds since the epoch) is for a `Retry-After` that is a date. */
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

/**
 * Milliseconds to wait according to a `Retry-After` header (RFC 9110, section 10.2.3), which is in seconds or a date.
 */
function retryAfter(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined
  if (/^\s*\d+\s*$/.test(header)) return Number(header) * 1000
  const date = Date.parse(header)
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}

/** The error types in a response of the Content Lake: of the request, and of its items. */
function errorTypes(body: unknown): string[] {
  const error = property(body, 'error')
  const items = property(error, 'items')
  const inner = Array.isArray(items) ? items.map((item) => property(property(item, 'error'), 'type')) : []
  return [property(error, 'type'), ...inner].filter((type) => typeof type === 'string')
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}

/** The deepest cause of a failed connection, for messages: `connect ECONNREFUSED 127.0.0.1:3333`. */
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

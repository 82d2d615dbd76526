import {invalid} from '../errors.ts'
import type {DocumentInput, SanityDocument} from '../types.ts'

/** The system attributes that a transaction sets. */
export interface Stamp {
  transactionId: string
  /** ISO 8601 in whole seconds. */
  now: string
}

/** ISO 8601 in whole seconds, as documents carry it. */
export function secondsTimestamp(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`
}

const SYSTEM = new Set(['_id', '_type', '_rev', '_createdAt', '_updatedAt'])

/**
 * The document to store for an input. A new document keeps times that the caller gave; a replacement keeps the time of
 * creation of the replaced document.
 */
export function stampNew(
  input: DocumentInput,
  id: string,
  stamp: Stamp,
  replaced?: SanityDocument,
): SanityDocument {
  const createdAt = replaced?._createdAt ?? givenTime(input, '_createdAt') ?? stamp.now
  const updatedAt = (replaced ? undefined : givenTime(input, '_updatedAt')) ?? stamp.now
  return ordered(input, id, input._type, createdAt, updatedAt, stamp.transactionId)
}

/**
 * A document after a patch.
 *
 * @throws MutationFailure if the patch changed `_id` or `_type`
 */
export function stampPatched(
  patched: Record<string, unknown>,
  before: SanityDocument,
  stamp: Stamp,
): SanityDocument {
  for (const name of ['_id', '_type'] as const) {
    if (patched[name] !== before[name])
      throw invalid(`Cannot modify immutable attribute "${name}" of document "${before._id}"`)
  }
  return ordered(patched, before._id, before._type, before._createdAt, stamp.now, stamp.transactionId)
}

function ordered(
  attributes: Record<string, unknown>,
  id: string,
  type: string,
  createdAt: string,
  updatedAt: string,
  rev: string,
): SanityDocument {
  const rest = Object.fromEntries(Object.entries(attributes).filter(([name]) => !SYSTEM.has(name)))
  return {_createdAt: createdAt, _id: id, _rev: rev, _type: type, _updatedAt: updatedAt, ...rest}
}

function givenTime(input: DocumentInput, name: '_createdAt' | '_updatedAt'): string | undefined {
  const value = input[name]
  if (value === undefined || value === null) return undefined
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) && !Number.isNaN(Date.parse(value)))
    return value
  throw invalid(`Expected ${name} to be an ISO 8601 timestamp, got ${JSON.stringify(value)}`)
}

import {canSee} from '../model/ids.ts'
import type {Access, CommittedTransaction} from '../types.ts'

/**
 * The tag that every query of a dataset carries and every change of it invalidates. Hosted Sanity has finer ones; this
 * one never misses a change, and costs a site a refetch too many.
 */
export function syncTag(dataset: string): `s1:${string}` {
  return `s1:${dataset}`
}

/** Whether a subscriber of live events is told of a transaction: drafts and other private ids only on request and with access. */
export function concerns(
  committed: CommittedTransaction,
  dataset: string,
  access: Access,
  includeDrafts: boolean,
): boolean {
  if (committed.dataset !== dataset) return false
  const reader: Access = includeDrafts ? access : {kind: 'anonymous'}
  return committed.documents.some(({id}) => canSee(reader, id))
}

import {canSee} from '../model/ids.ts'
import type {Access, CommittedTransaction} from '../types.ts'

/**
 * The tag of every query of a dataset, which every change of the dataset invalidates. Hosted Sanity has finer tags;
 * this one misses no change, but makes sites refetch more often.
 */
export function syncTag(dataset: string): `s1:${string}` {
  return `s1:${dataset}`
}

/**
 * Whether a subscriber of live events receives a transaction. Changes of drafts and other private ids are only sent on
 * request, to readers with access.
 */
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

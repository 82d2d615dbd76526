import {type LakeError, type MutationFailure, missingReference, stillReferenced} from '../errors.ts'
import {referencesIn} from '../model/references.ts'
import type {SanityDocument} from '../types.ts'
import type {Workspace} from './workspace.ts'

/** The references of a dataset, after the changes of the transaction. */
export interface ReferenceIndex {
  has(id: string): boolean
  /** Ids of the documents with a strong reference to `id`. */
  strongReferrers(id: string): string[]
}

/**
 * Check that after a transaction every strong reference resolves to a document, also in drafts. (For this reason the
 * Studio makes a draft's reference to an unpublished document weak until it is published.) Within the transaction
 * nothing is checked, so documents that reference each other can be created, and deleted, together.
 *
 * @throws the error that `fail` returns for the failure and the index of the mutation that broke a reference
 */
export function checkReferences(
  workspace: Workspace,
  index: ReferenceIndex,
  fail: (failure: MutationFailure, index: number) => LakeError,
): void {
  for (const {id, before, after} of workspace.changes()) {
    workspace.blame(id, fail, () => {
      if (after) {
        const known = strongTargets(before)
        for (const target of strongTargets(after)) {
          if (!known.has(target) && !index.has(target)) throw missingReference(id, target)
        }
      } else {
        const referrers = index.strongReferrers(id).filter((referrer) => referrer !== id)
        if (referrers.length > 0) throw stillReferenced(id, referrers)
      }
    })
  }
}

function strongTargets(document: SanityDocument | undefined): Set<string> {
  if (!document) return new Set()
  return new Set(referencesIn(document).flatMap(({to, weak}) => (weak ? [] : [to])))
}

import {type LakeError, type MutationFailure, missingReference, stillReferenced} from '../errors.ts'
import {referencesIn} from '../model/references.ts'
import type {SanityDocument} from '../types.ts'
import type {Workspace} from './workspace.ts'

/** The references of a dataset, with the transaction's own changes written. */
export interface ReferenceIndex {
  has(id: string): boolean
  /** Ids of documents with a strong reference to `id`. */
  strongReferrers(id: string): string[]
}

/**
 * Checks that a transaction leaves every strong reference with a document at its end, drafts included: that is why the
 * Studio makes a draft's reference to something unpublished weak until it is published. Within the transaction anything
 * goes, so documents that refer to each other can be made, and deleted, together.
 *
 * @throws what `fail` makes of the failure, with the place of the mutation that broke a reference.
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

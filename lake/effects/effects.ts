/** What a change did to a document, as patches forward and back. */
import type {DocumentChange, SanityDocument} from '../types.ts'
import {diff, type MendozaPatch} from './mendoza.ts'

/** The patches that lead from one state of a document to the next, and back. */
export interface Effects {
  apply: MendozaPatch
  revert: MendozaPatch
}

/** Every listener receives the same change, so its effects are computed once. */
const known = new WeakMap<object, Effects>()

/** The effects of a change, computed on documents without `_rev`, as the Studio expects. */
export function effectsOf(change: Pick<DocumentChange, 'before' | 'after'>): Effects {
  const found = known.get(change)
  if (found) return found
  const [left, right] = [contentOf(change.before), contentOf(change.after)]
  const effects = {apply: diff(left, right), revert: diff(right, left)}
  known.set(change, effects)
  return effects
}

function contentOf(document: SanityDocument | undefined): Omit<SanityDocument, '_rev'> | null {
  if (!document) return null
  const {_rev, ...content} = document
  return content
}

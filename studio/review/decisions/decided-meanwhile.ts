/** Telling the second of two editors that the first has decided. */
import type {Decision} from '../../../schemas/names.ts'
import type {Review} from '../../../schemas/sanity.types.ts'

type Decided = Pick<Review, 'status' | 'decisions'>

const DONE: Record<Decision, string> = {
  assigned: 'took this article',
  handed: 'handed this article over',
  linked: 'linked this article',
  approved: 'approved this article',
  published: 'published this article',
  rejected: 'rejected this article',
  reopened: 'sent this article back',
  unpublished: 'took this article off the site',
  deleted: 'deleted this article',
}

/**
 * What was decided since an editor last saw a review, in words; undefined where nothing was. Decisions of their own in another window count
 * too.
 */
export function decidedMeanwhile(seen: Decided | null | undefined, now: Decided): string | undefined {
  const known = new Set(seen?.decisions?.map(({_key}) => _key))
  const last = now.decisions?.findLast(({_key, decision}) => !known.has(_key) && decision !== 'linked')
  if (last) return `${last.by} ${DONE[last.decision]}${last.note ? `: ${last.note}` : '.'}`
  if (seen && seen.status !== now.status) return `It stands at “${now.status}” by now.`
  return undefined
}

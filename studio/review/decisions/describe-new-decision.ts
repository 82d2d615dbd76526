/** Describes a decision that another editor made while this one was looking at the article. */
import type {Decision} from '../../../schemas/names.ts'
import type {Review} from '../../../schemas/sanity.types.ts'
import {STATUS_TITLES} from '../../../schemas/titles.ts'

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
 * The latest decision since the editor last saw the review, as a sentence; undefined if there is none. The editor's own decisions in another window
 * count too.
 */
export function describeNewDecision(seen: Decided | null | undefined, now: Decided): string | undefined {
  const known = new Set(seen?.decisions?.map(({_key}) => _key))
  const last = now.decisions?.findLast(({_key, decision}) => !known.has(_key) && decision !== 'linked')
  if (last) return `${last.by} ${DONE[last.decision]}${last.note ? `: ${last.note}` : '.'}`
  if (seen && seen.status !== now.status) return `The status is now “${STATUS_TITLES[now.status]}”.`
  return undefined
}

import type {PatchOperations} from '@sanity/client'
import type {Decision, ReviewStatus} from '../../../schemas/names.ts'

export interface DecisionInput {
  decision: Decision
  /** User id. */
  by: string
  /** ISO 8601. */
  at: string
  note?: string
  /** User id of whom it is handed to. */
  to?: string
  /** Revision of the article that was decided about. */
  articleRev?: string
}

/** What each decision makes of the review; undefined where it says nothing of where the article stands. An article taken off the sites goes back to the desk. */
const STATUS_AFTER: Record<Decision, ReviewStatus | undefined> = {
  assigned: 'inReview',
  handed: 'inReview',
  linked: undefined,
  approved: 'approved',
  published: 'approved',
  rejected: 'rejected',
  reopened: 'needsReview',
  unpublished: 'inReview',
  deleted: 'rejected',
}

/**
 * The patch that records a decision on a review. Sent twice, it records once: the entry's key comes from the decision
 * and the revision it was about, or from its time where no revision is known.
 */
export function decisionPatch({decision, by, at, note, to, articleRev}: DecisionInput): PatchOperations {
  // Handed and linked one may be more than once at the same revision.
  const about = decision === 'handed' || decision === 'linked' ? at : (articleRev ?? at)
  const key = `${decision}-${about}`.replaceAll(/[^\w-]/g, '')
  const entry = {
    _type: 'decision',
    _key: key,
    decision,
    by,
    at,
    ...(note ? {note} : {}),
    ...(to ? {to} : {}),
    ...(articleRev ? {articleRev} : {}),
  }
  const assignee =
    decision === 'assigned' ? {assignee: by} : decision === 'handed' && to ? {assignee: to} : {}
  const status = STATUS_AFTER[decision]
  return {
    set: {...(status ? {status} : {}), ...assignee},
    setIfMissing: {decisions: []},
    unset: [`decisions[_key=="${key}"]`, ...(decision === 'reopened' ? ['assignee'] : [])],
    insert: {after: 'decisions[-1]', items: [entry]},
  }
}

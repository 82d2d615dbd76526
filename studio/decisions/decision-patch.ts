import type {PatchOperations} from '@sanity/client'
import type {Decision, ReviewStatus} from '../../schemas/names.ts'

export interface DecisionInput {
  decision: Decision
  /** User id. */
  by: string
  /** ISO 8601. */
  at: string
  note?: string
  /** Revision of the article that was decided about. */
  articleRev?: string
}

/** What each decision makes of the review. An article taken off the sites goes back to the desk. */
export const STATUS_AFTER: Record<Decision, ReviewStatus> = {
  assigned: 'inReview',
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
export function decisionPatch({decision, by, at, note, articleRev}: DecisionInput): PatchOperations {
  const key = `${decision}-${articleRev ?? at}`.replaceAll(/[^\w-]/g, '')
  const entry = {
    _type: 'decision',
    _key: key,
    decision,
    by,
    at,
    ...(note ? {note} : {}),
    ...(articleRev ? {articleRev} : {}),
  }
  const assignee = decision === 'assigned' ? {assignee: by} : {}
  return {
    set: {status: STATUS_AFTER[decision], ...assignee},
    setIfMissing: {decisions: []},
    unset: [`decisions[_key=="${key}"]`, ...(decision === 'reopened' ? ['assignee'] : [])],
    insert: {after: 'decisions[-1]', items: [entry]},
  }
}

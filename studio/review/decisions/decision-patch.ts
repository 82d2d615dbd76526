import type {PatchOperations} from '@sanity/client'
import type {Decision, ReviewStatus} from '../../../schemas/names.ts'

/** A decision about an article, as it is recorded on the review. */
export interface DecisionInput {
  decision: Decision
  /** User id. */
  by: string
  /** ISO 8601. */
  at: string
  note?: string
  /** User id of the colleague that the article is handed over to. */
  to?: string
  /** Revision of the article that the decision is about. */
  articleRev?: string
}

/** The status after each decision; undefined for a decision that does not change it. An unpublished article returns to the desk. */
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
 * The patch that records a decision on a review. Sending it twice records the decision once, because the key of the entry is made of the
 * decision and the revision it is about, or its time if the revision is unknown.
 */
export function decisionPatch({decision, by, at, note, to, articleRev}: DecisionInput): PatchOperations {
  // The same revision can be handed over or linked more than once.
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

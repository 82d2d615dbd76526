/** One decision about several articles: each only while it still stands where the editor saw it. */
import {ClientError, type SanityClient} from '@sanity/client'
import type {ReviewStatus} from '../../../schemas/names.ts'
import {type DecisionInput, decisionPatch} from './decision-patch.ts'
import type {Outcome} from './outcome.ts'
import {createOutcome} from './outcome.ts'

interface Stored {
  _id: string
  _rev: string
  status: ReviewStatus
}

const STORED = '*[_id in $ids]{_id, _rev, status}'

/** Reviews in one transaction. */
const BATCH = 50

const GONE = 'somebody else decided meanwhile'

/**
 * Records a decision on each review that is still of a status, at the revision that was read.
 *
 * @param ids of reviews
 * @param status that the editor saw them in
 * @throws what the client throws, but for a revision that has changed
 */
export async function decideMany(
  client: SanityClient,
  ids: readonly string[],
  status: ReviewStatus,
  input: DecisionInput,
): Promise<Outcome> {
  const outcome = createOutcome()
  const patch = decisionPatch(input)
  const commit = async (reviews: readonly Stored[]): Promise<void> => {
    const transaction = client.transaction()
    for (const {_id, _rev} of reviews) transaction.patch(_id, {...patch, ifRevisionID: _rev})
    try {
      await transaction.commit({tag: `copydesk.${input.decision}`})
      outcome.done += reviews.length
    } catch (error) {
      if (!(error instanceof ClientError && error.statusCode === 409)) throw error
      // One that has changed fails them all, so each is tried by itself.
      if (reviews.length === 1) outcome.leave(GONE)
      else for (const review of reviews) await commit([review])
    }
  }
  for (let at = 0; at < ids.length; at += BATCH) {
    const wanted = ids.slice(at, at + BATCH)
    const stored = await client.fetch<Stored[]>(
      STORED,
      {ids: wanted},
      {perspective: 'raw', tag: 'copydesk.queue.decide'},
    )
    const still = stored.filter((review) => review.status === status)
    for (let left = still.length; left < wanted.length; left++) outcome.leave(GONE)
    if (still.length > 0) await commit(still)
  }
  return outcome
}

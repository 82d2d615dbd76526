/** Records one decision about several articles, but only about those whose status the editor saw. */
import {ClientError, type SanityClient} from '@sanity/client'
import type {ReviewStatus} from '../../../schemas/names.ts'
import {type DecisionInput, decisionPatch} from './decision-patch.ts'
import {createOutcome, DECIDED_MEANWHILE, type Outcome} from './outcome.ts'

interface Stored {
  _id: string
  _rev: string
  status: ReviewStatus
}

const STORED = '*[_id in $ids]{_id, _rev, status}'

/** Reviews that are changed in one transaction. */
const BATCH = 50

/**
 * Records a decision on each review that still has the given status. Others are skipped.
 *
 * @param ids ids of reviews
 * @param status the status that the editor saw
 * @throws the error of the client, except where a review was changed meanwhile
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
      // One changed review makes the transaction fail, so each is tried alone.
      if (reviews.length === 1) outcome.skip(DECIDED_MEANWHILE)
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
    for (let count = still.length; count < wanted.length; count++) outcome.skip(DECIDED_MEANWHILE)
    if (still.length > 0) await commit(still)
  }
  return outcome
}

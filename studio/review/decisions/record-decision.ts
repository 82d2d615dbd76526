import {ClientError, type SanityClient} from '@sanity/client'
import type {Decision} from '../../../schemas/names.ts'
import type {Review} from '../../../schemas/sanity.types.ts'
import {decidedMeanwhile} from './decided-meanwhile.ts'
import {type DecisionInput, decisionPatch} from './decision-patch.ts'

/** A review changes with each finding that somebody looks at, which is no decision: then the patch is tried again. */
const TRIES = 4

/** What has happened is recorded whatever else was decided. */
const FACTS: ReadonlySet<Decision> = new Set(['published', 'unpublished', 'deleted'])

/** Undefined when it is recorded; else what somebody else decided since the review was seen. */
export type Recorded = string | undefined

/**
 * Records a decision on a review, if nobody has decided since the editor last saw it.
 *
 * @param id of the review
 * @param seen the review as the editor saw it
 * @throws what the client throws
 */
export async function recordDecision(
  client: SanityClient,
  id: string,
  seen: Review | null | undefined,
  input: DecisionInput,
): Promise<Recorded> {
  const patch = decisionPatch(input)
  if (FACTS.has(input.decision)) {
    await client.patch(id, patch).commit({tag: `copydesk.${input.decision}`})
    return undefined
  }
  for (let left = TRIES; ; left--) {
    const now = await client.getDocument<Review>(id, {tag: 'copydesk.decide'})
    const meanwhile = now && decidedMeanwhile(seen, now)
    if (meanwhile) return meanwhile
    try {
      await client
        .patch(id, {...patch, ...(now ? {ifRevisionID: now._rev} : {})})
        .commit({tag: `copydesk.${input.decision}`})
      return undefined
    } catch (error) {
      const isConflict = error instanceof ClientError && error.statusCode === 409
      if (!isConflict || left <= 1) throw error
    }
  }
}

import {ClientError, type SanityClient} from '@sanity/client'
import type {Decision} from '../../../schemas/names.ts'
import type {Review} from '../../../schemas/sanity.types.ts'
import {type DecisionInput, decisionPatch} from './decision-patch.ts'
import {describeNewDecision} from './describe-new-decision.ts'

/** The review also changes with every resolved finding, which is not a decision about the article. The patch is then sent again. */
const TRIES = 4

/** Decisions that report what has already happened are recorded in any case. */
const FACTS: ReadonlySet<Decision> = new Set(['published', 'unpublished', 'deleted'])

/** Undefined if the decision was recorded; otherwise a sentence about the decision that somebody else made first. */
export type Recorded = string | undefined

/**
 * Records a decision on a review, unless somebody has decided since the editor last saw it.
 *
 * @param id id of the review
 * @param seen the review as the editor saw it
 * @throws the error of the client
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
    const meanwhile = now && describeNewDecision(seen, now)
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

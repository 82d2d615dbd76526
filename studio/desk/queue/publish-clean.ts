/** Publishes several articles at once, but only those without open errors or warnings and without invalid fields. */
import type {SanityClient} from '@sanity/client'
import type {SanityDocument} from 'sanity'
import type {ReviewStatus} from '../../../schemas/names.ts'
import {decisionPatch} from '../../review/decisions/decision-patch.ts'
import {createOutcome, DECIDED_MEANWHILE, type Outcome} from '../../review/decisions/outcome.ts'
import {publishDraft, reasonOf} from '../../review/decisions/publish-draft.ts'
import {OPEN_FINDING} from '../../review/findings.ts'

interface Selected {
  _id: string
  article: string
  status: ReviewStatus
  open: number
  draft: SanityDocument | null
  current: SanityDocument | null
}

const SELECTED = `*[_id in $ids]{
  _id, status,
  "article": article._ref,
  "open": count(findings[severity in ["error", "warning"] && ${OPEN_FINDING}]),
  "draft": *[_id == "drafts." + ^.article._ref][0],
  "current": *[_id == ^.article._ref][0]
}`

/** Articles that are loaded at a time. */
const BATCH = 20

/** What publishing needs to know besides the articles. */
export interface Publishing {
  /** User id. */
  by: string
  /** The time, ISO 8601. */
  now: () => string
  /** Whether the form would show an error for the document. */
  isWrong: (draft: SanityDocument) => Promise<boolean>
}

/**
 * Publishes the draft of each selected review that is undecided, has no open error or warning, and passes the checks of the form. It
 * publishes the revision that was checked, and records the decision.
 *
 * @param ids ids of reviews
 * @throws the error of the client when the articles cannot be loaded; an article that cannot be published is skipped, with the reason
 */
export async function publishClean(
  client: SanityClient,
  ids: readonly string[],
  {by, now, isWrong}: Publishing,
): Promise<Outcome> {
  const outcome = createOutcome()
  for (let at = 0; at < ids.length; at += BATCH) {
    const wanted = ids.slice(at, at + BATCH)
    const selected = await client.fetch<Selected[]>(
      SELECTED,
      {ids: wanted},
      {perspective: 'raw', tag: 'copydesk.queue.publish'},
    )
    for (const {_id, article, status, open, draft, current} of selected) {
      try {
        const reason = reasonAgainst(status, open, draft)
        if (reason || !draft) outcome.skip(reason ?? 'nothing to publish')
        else if (await isWrong(draft)) outcome.skip('a field needs correcting')
        else {
          const articleRev = await publishDraft(client, {id: article, draft, published: current})
          const patch = decisionPatch({decision: 'published', by, at: now(), articleRev})
          await client.patch(_id, patch).commit({tag: 'copydesk.published'})
          outcome.done++
        }
      } catch (error) {
        outcome.skip(reasonOf(error))
      }
    }
  }
  return outcome
}

/** Why an article is not published together with others; undefined if it can be. */
export function reasonAgainst(status: ReviewStatus, open: number, draft: unknown): string | undefined {
  if (status === 'rejected') return 'rejected'
  if (status === 'approved') return DECIDED_MEANWHILE
  if (!draft) return 'nothing to publish'
  return open > 0 ? 'open errors or warnings' : undefined
}

/** Publishing several articles at once: those of which nothing is open and nothing is wrong, and no others. */
import type {SanityClient} from '@sanity/client'
import type {SanityDocument} from 'sanity'
import type {ReviewStatus} from '../../../schemas/names.ts'
import {decisionPatch} from '../../review/decisions/decision-patch.ts'
import {createOutcome, type Outcome} from '../../review/decisions/outcome.ts'
import {publishDraft, reasonOf} from '../../review/decisions/publish-draft.ts'

interface Chosen {
  _id: string
  article: string
  status: ReviewStatus
  open: number
  draft: SanityDocument | null
  current: SanityDocument | null
}

const CHOSEN = `*[_id in $ids]{
  _id, status,
  "article": article._ref,
  "open": count(findings[severity in ["error", "warning"] && !defined(resolution)]),
  "draft": *[_id == "drafts." + ^.article._ref][0],
  "current": *[_id == ^.article._ref][0]
}`

/** Articles are read so many at a time. */
const BATCH = 20

export interface Publishing {
  /** User id. */
  by: string
  /** The time, ISO 8601. */
  now: () => string
  /** Whether the form would mark something of a document as an error. */
  isWrong: (draft: SanityDocument) => Promise<boolean>
}

/**
 * Publishes the draft of each chosen review that waits, has no open error or warning, and passes the checks of the form; at
 * the revision that was judged. The decision is recorded.
 *
 * @param ids of reviews
 * @throws what the client throws when the articles cannot be read; one that cannot be published is left, with the reason
 */
export async function publishClean(
  client: SanityClient,
  ids: readonly string[],
  {by, now, isWrong}: Publishing,
): Promise<Outcome> {
  const outcome = createOutcome()
  for (let at = 0; at < ids.length; at += BATCH) {
    const wanted = ids.slice(at, at + BATCH)
    const chosen = await client.fetch<Chosen[]>(
      CHOSEN,
      {ids: wanted},
      {perspective: 'raw', tag: 'copydesk.queue.publish'},
    )
    for (const {_id, article, status, open, draft, current} of chosen) {
      try {
        const reason = reasonAgainst(status, open, draft)
        if (reason || !draft) outcome.leave(reason ?? 'nothing to publish')
        else if (await isWrong(draft)) outcome.leave('a field needs correcting')
        else {
          const articleRev = await publishDraft(client, {id: article, draft, published: current})
          const patch = decisionPatch({decision: 'published', by, at: now(), articleRev})
          await client.patch(_id, patch).commit({tag: 'copydesk.published'})
          outcome.done++
        }
      } catch (error) {
        outcome.leave(reasonOf(error))
      }
    }
  }
  return outcome
}

/** Why an article is not published with others; undefined where nothing is against it. */
export function reasonAgainst(status: ReviewStatus, open: number, draft: unknown): string | undefined {
  if (status === 'rejected') return 'rejected'
  if (status === 'approved') return 'somebody else decided meanwhile'
  if (!draft) return 'nothing to publish'
  return open > 0 ? 'open errors or warnings' : undefined
}

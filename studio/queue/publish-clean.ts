/** Publishing several articles at once: those of which nothing is open, and nobody else. */
import type {SanityClient} from '@sanity/client'
import type {SanityDocument} from 'sanity'
import {publishDraft, reasonOf} from '../actions/publish-draft.ts'
import {decisionPatch} from '../decisions/decision-patch.ts'

export interface Published {
  published: number
  /** Why the others were left, each reason once with how many. */
  left: Map<string, number>
}

interface Chosen {
  _id: string
  article: string
  open: number
  draft: SanityDocument | null
  current: SanityDocument | null
}

const CHOSEN = `*[_id in $ids]{
  _id,
  "article": article._ref,
  "open": count(findings[severity in ["error", "warning"] && !defined(resolution)]),
  "draft": *[_id == "drafts." + ^.article._ref][0],
  "current": *[_id == ^.article._ref][0]
}`

/** Articles are read so many at a time. */
const BATCH = 20

/**
 * Publishes the draft of each chosen review that has no open error or warning and every field that is needed, at the revision
 * that was judged, and records the decision.
 *
 * @param ids of reviews
 * @param by user id
 * @param now ISO 8601
 */
export async function publishClean(
  client: SanityClient,
  ids: readonly string[],
  by: string,
  now: () => string,
): Promise<Published> {
  let published = 0
  const left = new Map<string, number>()
  const leave = (reason: string) => left.set(reason, (left.get(reason) ?? 0) + 1)
  for (let at = 0; at < ids.length; at += BATCH) {
    const chosen = await client.fetch<Chosen[]>(
      CHOSEN,
      {ids: ids.slice(at, at + BATCH)},
      {perspective: 'raw', tag: 'copydesk.queue.publish'},
    )
    for (const {_id, article, open, draft, current} of chosen) {
      const reason = reasonAgainst(open, draft)
      if (reason || !draft) {
        leave(reason ?? 'nothing to publish')
        continue
      }
      try {
        const articleRev = await publishDraft(client, {id: article, draft, published: current})
        const patch = decisionPatch({decision: 'published', by, at: now(), articleRev})
        await client.patch(_id, patch).commit({tag: 'copydesk.published'})
        published++
      } catch (error) {
        leave(reasonOf(error))
      }
    }
  }
  return {published, left}
}

/** Why an article is not published with others; undefined where nothing is against it. */
export function reasonAgainst(open: number, draft: Record<string, unknown> | null): string | undefined {
  if (!draft) return 'nothing to publish'
  if (open > 0) return 'open errors or warnings'
  const {title, slug, body} = draft
  const hasSlug = typeof slug === 'object' && slug !== null && Boolean(Reflect.get(slug, 'current'))
  if (
    typeof title !== 'string' ||
    title.trim() === '' ||
    !hasSlug ||
    !Array.isArray(body) ||
    body.length === 0
  )
    return 'a field that is needed is empty'
  return undefined
}

import {useToast} from '@sanity/ui/toast'
import {useState} from 'react'
import {useClient, useCurrentUser} from 'sanity'
import {decideMany} from '../../review/decisions/decide-many.ts'
import {decisionPatch} from '../../review/decisions/decision-patch.ts'
import {DECIDED_MEANWHILE} from '../../review/decisions/outcome.ts'
import {reviewIdOf} from '../../review/review-id.ts'
import {API_VERSION} from '../../settings.ts'
import {messageOf} from '../../shared/message-of.ts'
import type {SimilarArticle} from './same-story.ts'

/** Decisions about articles that tell the same story. */
export interface StoryDecisions {
  busy: boolean
  /** Rejects the unpublished ones among the others, unless somebody else has decided about them. */
  keepThis: (others: readonly SimilarArticle[]) => Promise<void>
  /** Records on both reviews that the articles tell the same story. */
  link: (other: SimilarArticle) => Promise<void>
}

const reference = (id: string) => ({_type: 'reference', _key: id, _ref: id, _weak: true})

/** Decides about this article and others that tell the same story. Each decision is recorded on the review of every article it affects. */
export function useStoryDecisions(articleId: string, title: string | undefined): StoryDecisions {
  const client = useClient({apiVersion: API_VERSION})
  const by = useCurrentUser()?.id ?? 'unknown'
  const {push} = useToast()
  const [busy, setBusy] = useState(false)
  const run = async (act: () => Promise<string>) => {
    setBusy(true)
    try {
      push({status: 'success', title: await act()})
    } catch (error) {
      push({status: 'error', title: 'The decision could not be recorded', description: messageOf(error)})
    }
    setBusy(false)
  }
  return {
    busy,
    keepThis: (others) =>
      run(async () => {
        const note = `The same story as “${title || 'Untitled'}” (${articleId}).`
        let [done, skipped] = [0, 0]
        for (const status of ['needsReview', 'inReview'] as const) {
          const ids = others
            .filter((other) => other.status === status && !other.isPublished)
            .map(({_id}) => _id)
          if (ids.length === 0) continue
          const input = {decision: 'rejected' as const, by, at: new Date().toISOString(), note}
          const outcome = await decideMany(client, ids, status, input)
          done += outcome.done
          skipped += ids.length - outcome.done
        }
        return `${done} rejected${skipped > 0 ? `; ${skipped} skipped: ${DECIDED_MEANWHILE}` : ''}`
      }),
    link: (other) =>
      run(async () => {
        const at = new Date().toISOString()
        const transaction = client.transaction()
        for (const [own, its] of [
          [articleId, other.article],
          [other.article, articleId],
        ] as const) {
          transaction
            .patch(reviewIdOf(own), {
              setIfMissing: {sameStory: []},
              unset: [`sameStory[_key=="${its}"]`],
              insert: {after: 'sameStory[-1]', items: [reference(its)]},
            })
            .patch(reviewIdOf(own), decisionPatch({decision: 'linked', by, at, note: `To ${its}.`}))
        }
        await transaction.commit({tag: 'copydesk.linked'})
        return 'Linked'
      }),
  }
}

import {useToast} from '@sanity/ui/toast'
import {useState} from 'react'
import {useClient, useCurrentUser} from 'sanity'
import {decideMany} from '../../review/decisions/decide-many.ts'
import {decisionPatch} from '../../review/decisions/decision-patch.ts'
import {reviewIdOf} from '../../review/review-id.ts'
import {API_VERSION} from '../../settings.ts'
import {messageOf} from '../../shared/message-of.ts'
import type {Told} from './same-story.ts'

export interface ClusterDecisions {
  busy: boolean
  /** Rejects those that no reader sees; each only while it stands where it was seen. */
  keepThis: (others: readonly Told[]) => Promise<void>
  /** Both articles know of each other from then on. */
  link: (other: Told) => Promise<void>
}

const reference = (id: string) => ({_type: 'reference', _key: id, _ref: id, _weak: true})

/** What can be decided about articles of one story; recorded on the reviews of all that it concerns. */
export function useClusterDecisions(articleId: string, title: string | undefined): ClusterDecisions {
  const client = useClient({apiVersion: API_VERSION})
  const by = useCurrentUser()?.id ?? 'unknown'
  const {push} = useToast()
  const [busy, setBusy] = useState(false)
  const doing = async (act: () => Promise<string>) => {
    setBusy(true)
    try {
      push({status: 'success', title: await act()})
    } catch (error) {
      push({status: 'error', title: 'This could not be stored', description: messageOf(error)})
    }
    setBusy(false)
  }
  return {
    busy,
    keepThis: (others) =>
      doing(async () => {
        const note = `The same story as “${title || 'Untitled'}” (${articleId}).`
        let [done, left] = [0, 0]
        for (const status of ['needsReview', 'inReview'] as const) {
          const ids = others
            .filter((other) => other.status === status && !other.isPublished)
            .map(({_id}) => _id)
          if (ids.length === 0) continue
          const input = {decision: 'rejected' as const, by, at: new Date().toISOString(), note}
          const outcome = await decideMany(client, ids, status, input)
          done += outcome.done
          left += ids.length - outcome.done
        }
        return `${done} rejected${left > 0 ? `; ${left} left: somebody else decided meanwhile` : ''}`
      }),
    link: (other) =>
      doing(async () => {
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

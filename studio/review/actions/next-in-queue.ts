import {ArrowRightIcon} from '@sanity/icons/ArrowRight'
import {useToast} from '@sanity/ui/toast'
import {useState} from 'react'
import {type DocumentActionComponent, useClient} from 'sanity'
import {useRouter} from 'sanity/router'
import {QUEUE_ORDER} from '../../../schemas/queue-order.ts'
import {API_VERSION} from '../../settings.ts'
import {messageOf} from '../../shared/message-of.ts'
import {SHORTCUTS} from '../../shortcuts/shortcuts.ts'
import {useReview} from '../use-review.ts'

/** The article after this one in the queue, or the first one after the end. See `QUEUE_ORDER`. */
const NEXT = `coalesce(
  *[_type == "review" && status == "needsReview" && article._ref != $id
    && (priority < $priority || (priority == $priority && _createdAt > $createdAt))]
    | order(${QUEUE_ORDER})[0].article._ref,
  *[_type == "review" && status == "needsReview" && article._ref != $id]
    | order(${QUEUE_ORDER})[0].article._ref
)`

/** Opens the next article of the queue. */
export const NextInQueue: DocumentActionComponent = ({id, onComplete}) => {
  const {review} = useReview(id)
  const client = useClient({apiVersion: API_VERSION})
  const router = useRouter()
  const {push} = useToast()
  const [busy, setBusy] = useState(false)
  if (!review) return null
  const open = async () => {
    setBusy(true)
    try {
      const next = await client.fetch<string | null>(
        NEXT,
        {id, priority: review.priority ?? 0, createdAt: review._createdAt},
        {perspective: 'raw', tag: 'copydesk.next'},
      )
      if (next) router.navigateIntent('edit', {id: next, type: 'article'})
      else push({status: 'info', title: 'No other article is waiting'})
    } catch (error) {
      push({
        status: 'error',
        title: 'The queue could not be loaded',
        description: messageOf(error),
      })
    }
    setBusy(false)
    onComplete()
  }
  return {
    label: 'Next in the queue',
    icon: ArrowRightIcon,
    shortcut: SHORTCUTS.next.keys,
    disabled: busy,
    title: 'Open the next article that needs review',
    onHandle: open,
  }
}
NextInQueue.displayName = 'NextInQueue'

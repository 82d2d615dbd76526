/** The queue, live: how many articles are in each list, and the visible rows. */
import {useCallback, useEffect, useMemo, useRef, useState} from 'react'
import {useDocumentStore} from 'sanity'
import {QUEUE_ORDER} from '../../../schemas/queue-order.ts'
import {OPEN_FINDING} from '../../review/findings.ts'
import {API_VERSION} from '../../settings.ts'
import {messageOf} from '../../shared/message-of.ts'
import {type Filters, groqOf, LISTS, type ListStatus} from './filters.ts'

/** What a row shows of a review and its article. */
export interface QueueRow {
  /** Id of the review. */
  _id: string
  article: string
  title: string | null
  sourceName: string | null
  language: string | null
  /** Number of open errors. */
  error: number
  /** Number of open warnings. */
  warning: number
  /** Codes of the worst open findings. */
  worst: string[] | null
  assignee: string | null
  /** The fingerprint of the text; null for a text that is too short to have one. */
  bands: string[] | null
  _createdAt: string
}

/** The part of the queue that has been loaded. */
export interface Queue {
  state: 'loading' | 'loaded' | 'failed'
  reason?: string
  total: number
  /** Articles in each list, whatever the filters are. */
  counts: Readonly<Record<ListStatus, number>>
  /** By place in the queue. Rows that are not visible may be missing. */
  rows: ReadonlyMap<number, QueueRow>
}

/** A queue that follows the dataset. */
export interface LiveQueue extends Queue {
  /** Loads the queue again after it failed. */
  retry: () => void
}

/** Rows are loaded in windows that begin at a multiple of this. */
const STEP = 50
/** Rows in a window. */
const WINDOW = 150
const OPTIONS = {
  apiVersion: API_VERSION,
  perspective: 'raw' as const,
  tag: 'copydesk.queue',
  throttleTime: 500,
}

const ROW = `{
  _id, title, sourceName, language, assignee, bands, _createdAt,
  "article": article._ref,
  "error": count(findings[severity == "error" && ${OPEN_FINDING}]),
  "warning": count(findings[severity == "warning" && ${OPEN_FINDING}]),
  "worst": array::unique(findings[severity in ["error", "warning"] && ${OPEN_FINDING}].code)[0...3]
}`

interface Answer {
  total: number
  rows: QueueRow[]
  counts: Record<ListStatus, number>
}

/** How many reviews have each status, as a GROQ object. */
const COUNTS = `{${LISTS.map((status) => `"${status}": count(*[_type == "review" && status == "${status}"])`).join(', ')}}`

const EMPTY: Queue = {
  state: 'loading',
  total: 0,
  counts: {needsReview: 0, inReview: 0, rejected: 0},
  rows: new Map(),
}

/**
 * Follows the queue.
 *
 * @param first place of the first visible row
 */
export function useQueue(filters: Filters, first: number): LiveQueue {
  const {listenQuery} = useDocumentStore()
  const [queue, setQueue] = useState<Queue>(EMPTY)
  const [attempt, setAttempt] = useState(0)
  const retry = useCallback(() => setAttempt((before) => before + 1), [])
  const from = Math.max(0, Math.floor(first / STEP) * STEP - STEP)
  const loadedFilters = useRef(filters)
  const {query, params} = useMemo(() => {
    const {filter, params} = groqOf(filters, Date.now())
    return {
      query: {
        fetch: `{
          "total": count(*[${filter}]),
          "rows": *[${filter}] | order(${QUEUE_ORDER})[$from...$to]${ROW},
          "counts": ${COUNTS}
        }`,
        listen: '*[_type == "review"]',
      },
      params: {...params, from, to: from + WINDOW},
    }
  }, [filters, from])
  useEffect(() => {
    // A retry shows that it is loading.
    if (attempt > 0)
      setQueue((before) => (before.state === 'failed' ? {...before, state: 'loading'} : before))
    const subscription = listenQuery(query, params, OPTIONS).subscribe({
      next: (loaded) => {
        const {total, rows, counts} = loaded as Answer
        // Rows that were loaded before stay until they are loaded again, so that nothing flickers while the editor scrolls.
        const isSame = loadedFilters.current === filters
        loadedFilters.current = filters
        setQueue((before) => {
          const kept = new Map(isSame ? before.rows : [])
          for (let index = 0; index < WINDOW; index++) {
            const row = rows[index]
            if (row) kept.set(from + index, row)
            else kept.delete(from + index)
          }
          for (const index of kept.keys()) if (index >= total) kept.delete(index)
          return {state: 'loaded', total, counts, rows: kept}
        })
      },
      error: (error: unknown) =>
        setQueue((before) => ({
          ...before,
          state: 'failed',
          reason: messageOf(error),
        })),
    })
    return () => subscription.unsubscribe()
  }, [listenQuery, query, params, filters, from, attempt])
  return {...queue, retry}
}

/** The queue, live: how many articles wait where, and the rows in sight. */
import {useCallback, useEffect, useMemo, useRef, useState} from 'react'
import {useDocumentStore} from 'sanity'
import {API_VERSION} from '../../settings.ts'
import {messageOf} from '../../shared/message-of.ts'
import {type Filters, groqOf, OPEN} from './filters.ts'

export interface QueueRow {
  /** Of the review. */
  _id: string
  article: string
  title: string | null
  sourceName: string | null
  language: string | null
  /** Open findings. */
  error: number
  warning: number
  /** Codes of the worst open findings. */
  worst: string[] | null
  assignee: string | null
  /** By which texts that are alike find each other; none where the text is too short. */
  bands: string[] | null
  _createdAt: string
}

interface Queue {
  state: 'loading' | 'loaded' | 'failed'
  reason?: string
  total: number
  /** Articles of each status, whatever the filters are. */
  waiting: {needsReview: number; inReview: number; rejected: number}
  /** By place in the queue; rows out of sight may be missing. */
  rows: ReadonlyMap<number, QueueRow>
}

export interface LiveQueue extends Queue {
  /** Reads it again after it failed. */
  retry: () => void
}

/** Rows are asked for in windows that begin at a multiple of this. */
const STEP = 50
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
  "error": count(findings[severity == "error" && ${OPEN}]),
  "warning": count(findings[severity == "warning" && ${OPEN}]),
  "worst": array::unique(findings[severity in ["error", "warning"] && ${OPEN}].code)[0...3]
}`

interface Answer {
  total: number
  rows: QueueRow[]
  needsReview: number
  inReview: number
  rejected: number
}

const EMPTY: Queue = {
  state: 'loading',
  total: 0,
  waiting: {needsReview: 0, inReview: 0, rejected: 0},
  rows: new Map(),
}

/** `first` is the place of the first row in sight. */
export function useQueue(filters: Filters, first: number): LiveQueue {
  const {listenQuery} = useDocumentStore()
  const [queue, setQueue] = useState<Queue>(EMPTY)
  const [attempt, setAttempt] = useState(0)
  const retry = useCallback(() => setAttempt((before) => before + 1), [])
  const from = Math.max(0, Math.floor(first / STEP) * STEP - STEP)
  const asked = useRef(filters)
  const {query, params} = useMemo(() => {
    const {filter, params} = groqOf(filters, Date.now())
    const status = (name: string) => `count(*[_type == "review" && status == "${name}"])`
    return {
      query: {
        fetch: `{
          "total": count(*[${filter}]),
          "rows": *[${filter}] | order(priority desc, _createdAt asc)[$from...$to]${ROW},
          "needsReview": ${status('needsReview')}, "inReview": ${status('inReview')}, "rejected": ${status('rejected')}
        }`,
        listen: '*[_type == "review"]',
      },
      params: {...params, from, to: from + WINDOW},
    }
  }, [filters, from])
  useEffect(() => {
    // What failed is asked again, and says so.
    if (attempt > 0)
      setQueue((before) => (before.state === 'failed' ? {...before, state: 'loading'} : before))
    const subscription = listenQuery(query, params, OPTIONS).subscribe({
      next: (loaded) => {
        const {total, rows, ...waiting} = loaded as Answer
        // Rows that were seen stay until they are read again, so that nothing flickers while somebody scrolls.
        const isSame = asked.current === filters
        asked.current = filters
        setQueue((before) => {
          const kept = new Map(isSame ? before.rows : [])
          for (let index = 0; index < WINDOW; index++) {
            const row = rows[index]
            if (row) kept.set(from + index, row)
            else kept.delete(from + index)
          }
          for (const index of kept.keys()) if (index >= total) kept.delete(index)
          return {state: 'loaded', total, waiting, rows: kept}
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

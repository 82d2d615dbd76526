/** How many articles of a status each source has, the busiest first. */
import {useEffect, useRef, useState} from 'react'
import {useClient} from 'sanity'
import type {ReviewStatus} from '../../../schemas/names.ts'
import {API_VERSION} from '../../settings.ts'
import {messageOf} from '../../shared/message-of.ts'

export interface SourceCount {
  name: string
  count: number
}

export interface SourceCounts {
  sources: readonly SourceCount[]
  /** Why they could not be read. */
  reason?: string
}

const QUERY = '*[_type == "review" && status == $status].sourceName'

/** In milliseconds: who opens an article at once should not wait for a count that nobody has read yet. */
const FIRST_AFTER = 1500
/** In milliseconds: a scrape brings many articles at once, and counting them looks at all that wait. */
const LEAST_BETWEEN = 5000

const NONE: SourceCounts = {sources: []}

/** `total`: articles of the status, undefined until that is known. Counted again when it changes, at most every few seconds. */
export function useSources(status: ReviewStatus, total: number | undefined): SourceCounts {
  const client = useClient({apiVersion: API_VERSION})
  const [counts, setCounts] = useState<SourceCounts & {status?: ReviewStatus}>(NONE)
  const turn = useTurns(total)
  useEffect(() => {
    if (turn === 0) return undefined
    const abort = new AbortController()
    client
      .fetch<(string | null)[]>(
        QUERY,
        {status},
        {perspective: 'raw', tag: 'copydesk.queue.sources', signal: abort.signal},
      )
      .then((names) => setCounts({status, sources: countsOf(names)}))
      .catch((error: unknown) => {
        if (!abort.signal.aborted) setCounts({...NONE, status, reason: messageOf(error)})
      })
    return () => abort.abort()
  }, [client, status, turn])
  // What another list has says nothing of this one.
  return counts.status === status ? counts : NONE
}

/** Rises with what it is told of, but no faster than it should: how often does not matter, however much comes in. 0: not yet. */
function useTurns(told: number | undefined): number {
  const [{turn, of}, setTurn] = useState<{turn: number; of?: number}>({turn: 0})
  /** When the next turn may be, in milliseconds of `performance.now`. */
  const due = useRef<number>(undefined)
  useEffect(() => {
    if (told === undefined || told === of) return undefined
    due.current ??= performance.now() + FIRST_AFTER
    const timer = setTimeout(
      () => {
        due.current = performance.now() + LEAST_BETWEEN
        setTurn((before) => ({turn: before.turn + 1, of: told}))
      },
      Math.max(0, due.current - performance.now()),
    )
    return () => clearTimeout(timer)
  }, [told, of])
  return turn
}

function countsOf(names: readonly (string | null)[]): SourceCount[] {
  const counts = new Map<string, number>()
  for (const name of names) if (name) counts.set(name, (counts.get(name) ?? 0) + 1)
  return Array.from(counts, ([name, count]) => ({name, count})).sort(
    (a, b) => b.count - a.count || a.name.localeCompare(b.name),
  )
}

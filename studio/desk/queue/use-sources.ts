/** How many articles of a status each source has, the source with the most articles first. */
import {useEffect, useRef, useState} from 'react'
import {useClient} from 'sanity'
import type {ReviewStatus} from '../../../schemas/names.ts'
import {API_VERSION} from '../../settings.ts'
import {messageOf} from '../../shared/message-of.ts'

/** A source and its number of articles. */
export interface SourceCount {
  name: string
  count: number
}

/** All sources, or why they are unknown. */
export interface SourceCounts {
  sources: readonly SourceCount[]
  /** Why they could not be loaded. */
  reason?: string
}

const QUERY = '*[_type == "review" && status == $status].sourceName'

/** In milliseconds. An editor who opens an article right away should not wait for this count. */
const FIRST_DELAY = 1500
/** In milliseconds. A scrape adds many articles at once, and each count reads all articles of the list. */
const MIN_INTERVAL = 5000

const NONE: SourceCounts = {sources: []}

/**
 * Counts the articles of each source, again when the total changes, but at most every few seconds.
 *
 * @param total articles of the status; undefined until it is known
 */
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
  // Counts of another list do not apply to this one.
  return counts.status === status ? counts : NONE
}

/** Increases by one when the value changes, but not before the delays above. Zero until the first increase is due. */
function useTurns(value: number | undefined): number {
  const [{turn, of}, setTurn] = useState<{turn: number; of?: number}>({turn: 0})
  /** When the next increase is due, in milliseconds of `performance.now`. */
  const due = useRef<number>(undefined)
  useEffect(() => {
    if (value === undefined || value === of) return undefined
    due.current ??= performance.now() + FIRST_DELAY
    const timer = setTimeout(
      () => {
        due.current = performance.now() + MIN_INTERVAL
        setTurn((before) => ({turn: before.turn + 1, of: value}))
      },
      Math.max(0, due.current - performance.now()),
    )
    return () => clearTimeout(timer)
  }, [value, of])
  return turn
}

function countsOf(names: readonly (string | null)[]): SourceCount[] {
  const counts = new Map<string, number>()
  for (const name of names) if (name) counts.set(name, (counts.get(name) ?? 0) + 1)
  return Array.from(counts, ([name, count]) => ({name, count})).sort(
    (a, b) => b.count - a.count || a.name.localeCompare(b.name),
  )
}

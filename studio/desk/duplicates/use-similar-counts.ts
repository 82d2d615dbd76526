/** How many other articles tell the same story, judged by fingerprints alone: no text is loaded. */
import {useEffect, useState} from 'react'
import {useClient} from 'sanity'
import {API_VERSION} from '../../settings.ts'
import {countSimilar, type Fingerprinted} from './count-similar.ts'

/** Reviews that are compared at most: a story with more is a source that repeats itself. */
const MAX_FOUND = 300
const QUERY = `*[_type == "review" && count(bands[@ in $bands]) > 0][0...${MAX_FOUND}]{_id, bands}`

/** How long the visible rows must stay the same before anything is loaded about them, in milliseconds. */
const PAUSE = 1000

const NONE: ReadonlyMap<string, number> = new Map()

/** Counts by the id of the review. Earlier counts stay while more are loaded. */
export function useSimilarCounts(rows: readonly Fingerprinted[]): ReadonlyMap<string, number> {
  const client = useClient({apiVersion: API_VERSION})
  const [counts, setCounts] = useState(NONE)
  const wanted = JSON.stringify(rows.map(({_id, bands}) => ({_id, bands})))
  useEffect(() => {
    const own = JSON.parse(wanted) as Fingerprinted[]
    const bands = [...new Set(own.flatMap((one) => one.bands ?? []))]
    if (bands.length === 0) return undefined
    const abort = new AbortController()
    const timer = setTimeout(() => {
      client
        .fetch<Fingerprinted[]>(
          QUERY,
          {bands},
          {perspective: 'raw', tag: 'copydesk.queue.similar', signal: abort.signal},
        )
        .then((found) => setCounts((before) => new Map([...before, ...countSimilar(own, found)])))
        .catch((error: unknown) => {
          // Only a badge is missing. The article itself reports the failure if it cannot find the others either.
          if (!abort.signal.aborted) console.warn('The queue could not look for similar articles.', error)
        })
    }, PAUSE)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [client, wanted])
  return counts
}

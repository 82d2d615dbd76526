/** How many other articles tell the story of each of several, told by their fingerprints alone: no text is read. */
import {useEffect, useState} from 'react'
import {useClient} from 'sanity'
import {API_VERSION} from '../../settings.ts'
import {alikeIn, type Fingerprinted} from './alike.ts'

/** A story told more often than this is a source that repeats itself. */
const MOST_FOUND = 300
const QUERY = `*[_type == "review" && count(bands[@ in $bands]) > 0][0...${MOST_FOUND}]{_id, bands}`

/** Milliseconds that the rows in sight must stay the same before anything is asked about them. */
const PAUSE = 1000

const NONE: ReadonlyMap<string, number> = new Map()

/** By the id of the review; who has no other is not in it. What is known stays while more is asked. */
export function useAlike(rows: readonly Fingerprinted[]): ReadonlyMap<string, number> {
  const client = useClient({apiVersion: API_VERSION})
  const [alike, setAlike] = useState(NONE)
  const asked = JSON.stringify(rows.map(({_id, bands}) => ({_id, bands})))
  useEffect(() => {
    const own = JSON.parse(asked) as Fingerprinted[]
    const bands = [...new Set(own.flatMap((one) => one.bands ?? []))]
    if (bands.length === 0) return undefined
    const abort = new AbortController()
    const timer = setTimeout(() => {
      client
        .fetch<Fingerprinted[]>(
          QUERY,
          {bands},
          {perspective: 'raw', tag: 'copydesk.queue.alike', signal: abort.signal},
        )
        .then((found) => setAlike((before) => new Map([...before, ...alikeIn(own, found)])))
        .catch((error: unknown) => {
          // A row without its badge is as good as one before: the article says the same, and says if it cannot.
          if (!abort.signal.aborted)
            console.warn('The queue could not look for articles that are alike.', error)
        })
    }, PAUSE)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [client, asked])
  return alike
}

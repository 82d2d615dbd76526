/** What the articles of a status can be filtered by. Read once for a list, when somebody is about to filter: it changes seldom, and counting is costly. */
import {useEffect, useState} from 'react'
import {useClient} from 'sanity'
import type {ReviewStatus} from '../../schemas/names.ts'
import {messageOf} from '../errors/message-of.ts'
import {API_VERSION} from '../settings.ts'
import {OPEN} from './filters.ts'

export interface Facets {
  sources: {name: string; count: number}[]
  languages: string[]
  codes: string[]
  /** User ids. */
  assignees: string[]
  /** Why they could not be read. */
  reason?: string
}

const QUERY = `{
  "names": *[_type == "review" && status == $status].sourceName,
  "languages": array::unique(*[_type == "review" && status == $status && defined(language)].language),
  "codes": array::unique(*[_type == "review" && status == $status].findings[severity in ["error", "warning"] && ${OPEN}].code),
  "assignees": array::unique(*[_type == "review" && status == $status && defined(assignee)].assignee)
}`

const NONE: Facets = {sources: [], languages: [], codes: [], assignees: []}

/** `wanted`: nothing is read before. */
export function useFacets(status: ReviewStatus, wanted: boolean): Facets {
  const client = useClient({apiVersion: API_VERSION})
  const [facets, setFacets] = useState(NONE)
  useEffect(() => {
    if (!wanted) return undefined
    const abort = new AbortController()
    client
      .fetch<{names: (string | null)[]; languages: string[]; codes: (string | null)[]; assignees: string[]}>(
        QUERY,
        {status},
        {perspective: 'raw', tag: 'copydesk.queue.facets', signal: abort.signal},
      )
      .then(({names, languages, codes, assignees}) => {
        const counts = new Map<string, number>()
        for (const name of names) if (name) counts.set(name, (counts.get(name) ?? 0) + 1)
        setFacets({
          sources: Array.from(counts, ([name, count]) => ({name, count})).sort((a, b) => b.count - a.count),
          languages: languages.toSorted(),
          assignees,
          codes: codes.filter((code) => code !== null).toSorted(),
        })
      })
      .catch((error: unknown) => {
        if (!abort.signal.aborted) setFacets({...NONE, reason: messageOf(error)})
      })
    return () => abort.abort()
  }, [client, status, wanted])
  return facets
}

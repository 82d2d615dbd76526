/** What the articles of a status can be filtered by, besides their sources. Read once for a list, when somebody is about to filter: it changes seldom, and counting is costly. */
import {useEffect, useState} from 'react'
import {useClient} from 'sanity'
import type {ReviewStatus} from '../../../schemas/names.ts'
import {API_VERSION} from '../../settings.ts'
import {messageOf} from '../../shared/message-of.ts'
import {OPEN} from './filters.ts'

export interface Facets {
  languages: string[]
  codes: string[]
  /** User ids. */
  assignees: string[]
  /** Why they could not be read. */
  reason?: string
}

const QUERY = `{
  "languages": array::unique(*[_type == "review" && status == $status && defined(language)].language),
  "codes": array::unique(*[_type == "review" && status == $status].findings[severity in ["error", "warning"] && ${OPEN}].code),
  "assignees": array::unique(*[_type == "review" && status == $status && defined(assignee)].assignee)
}`

const NONE: Facets = {languages: [], codes: [], assignees: []}

/** `wanted`: nothing is read before. */
export function useFacets(status: ReviewStatus, wanted: boolean): Facets {
  const client = useClient({apiVersion: API_VERSION})
  const [facets, setFacets] = useState(NONE)
  useEffect(() => {
    if (!wanted) return undefined
    const abort = new AbortController()
    client
      .fetch<{languages: string[]; codes: (string | null)[]; assignees: string[]}>(
        QUERY,
        {status},
        {perspective: 'raw', tag: 'copydesk.queue.facets', signal: abort.signal},
      )
      .then(({languages, codes, assignees}) => {
        setFacets({
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

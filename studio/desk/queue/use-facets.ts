/** The values that articles of a status can be filtered by, besides their sources. */
import {useEffect, useState} from 'react'
import {useClient} from 'sanity'
import type {ReviewStatus} from '../../../schemas/names.ts'
import {OPEN_FINDING} from '../../review/findings.ts'
import {API_VERSION} from '../../settings.ts'
import {messageOf} from '../../shared/message-of.ts'

/** The options of the filter menus. */
export interface Facets {
  languages: string[]
  codes: string[]
  /** User ids. */
  assignees: string[]
  /** Why they could not be loaded. */
  reason?: string
}

const QUERY = `{
  "languages": array::unique(*[_type == "review" && status == $status && defined(language)].language),
  "codes": array::unique(*[_type == "review" && status == $status].findings[severity in ["error", "warning"] && ${OPEN_FINDING}].code),
  "assignees": array::unique(*[_type == "review" && status == $status && defined(assignee)].assignee)
}`

const NONE: Facets = {languages: [], codes: [], assignees: []}

/**
 * Loads the options once for each list, since they change seldom and counting them is slow.
 *
 * @param wanted nothing is loaded until this is true
 */
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

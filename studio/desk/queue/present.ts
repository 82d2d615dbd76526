/** Who has which article open, from the Studio's presence. */
import {useMemo} from 'react'
import {getPublishedId, useCurrentUser, useGlobalPresence} from 'sanity'

/** One person, and the documents they have open. */
export type Present = ReturnType<typeof useGlobalPresence>[number]

/** The people who have an article open, by its id. The current user is left out. */
export function usePresent(): ReadonlyMap<string, readonly Present[]> {
  const everybody = useGlobalPresence()
  const me = useCurrentUser()?.id
  return useMemo(() => {
    const found = new Map<string, Present[]>()
    for (const one of everybody) {
      if (one.user.id === me) continue
      for (const {documentId} of one.locations) {
        const id = getPublishedId(documentId)
        const people = found.get(id) ?? []
        if (!people.some(({user}) => user.id === one.user.id)) found.set(id, [...people, one])
      }
    }
    return found
  }, [everybody, me])
}

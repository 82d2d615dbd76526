import {useSyncExternalStore} from 'react'

/**
 * The selected finding of each article. It is selected in the inspector and shown in the source beside it; panes of the Studio share no
 * state otherwise.
 */
const selected = new Map<string, string>()
const listeners = new Set<() => void>()

/** Selects a finding of an article. */
export function selectFinding(articleId: string, findingKey: string): void {
  selected.set(articleId, findingKey)
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The key of the selected finding of an article; undefined without one. */
export function useSelectedFinding(articleId: string): string | undefined {
  return useSyncExternalStore(subscribe, () => selected.get(articleId))
}

import {useSyncExternalStore} from 'react'

/**
 * The finding an editor looks at, by article: chosen in the inspector, shown in the source beside it. Panes of the
 * Studio share no state of their own.
 */
const selected = new Map<string, string>()
const listeners = new Set<() => void>()

export function selectFinding(articleId: string, findingKey: string): void {
  selected.set(articleId, findingKey)
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useSelectedFinding(articleId: string): string | undefined {
  return useSyncExternalStore(subscribe, () => selected.get(articleId))
}

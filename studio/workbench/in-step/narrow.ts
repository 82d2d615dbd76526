import {useSyncExternalStore} from 'react'

/** Matches windows in which form and source do not fit side by side. */
const NARROW = '(max-width: 1099px)'

/** Whether the window is narrow now. */
export const isNarrow = (): boolean => globalThis.matchMedia?.(NARROW).matches ?? false

function subscribe(changed: () => void): () => void {
  const query = globalThis.matchMedia(NARROW)
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}

/** Whether the window is narrow, updated when it is resized. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, isNarrow, () => false)

import {useSyncExternalStore} from 'react'

/** Below this width, in pixels, form and source do not fit side by side. */
const NARROW = '(max-width: 1099px)'

export const isNarrow = (): boolean => globalThis.matchMedia?.(NARROW).matches ?? false

function subscribe(changed: () => void): () => void {
  const query = globalThis.matchMedia(NARROW)
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}

/** Whether the window is narrow, as it is at any time. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, isNarrow, () => false)

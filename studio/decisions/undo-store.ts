import {useSyncExternalStore} from 'react'
import type {Window} from './body-window.ts'

/** What can still be taken back, by article and finding, for as long as the Studio is open. */
const windows = new Map<string, Window>()
const listeners = new Set<() => void>()
let version = 0

const nameOf = (articleId: string, findingKey: string) => `${articleId} ${findingKey}`

function changed(): void {
  version++
  for (const listener of listeners) listener()
}

export function rememberChange(articleId: string, findingKey: string, window: Window): void {
  windows.set(nameOf(articleId, findingKey), window)
  changed()
}

export function forgetChange(articleId: string, findingKey: string): void {
  windows.delete(nameOf(articleId, findingKey))
  changed()
}

export function changeOf(articleId: string, findingKey: string): Window | undefined {
  return windows.get(nameOf(articleId, findingKey))
}

/** Renders again when something can be, or can no longer be, taken back. */
export function useUndoVersion(): number {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => version,
  )
}

import {useSyncExternalStore} from 'react'
import type {Window} from './body-window.ts'

const KEPT = 'copydesk-undo'
/** The oldest are forgotten beyond this. */
const MOST = 200

/** What can still be taken back, by article and finding, for as long as the tab is open: a reload keeps it. */
const windows = new Map<string, Window>(restored())
const listeners = new Set<() => void>()
let version = 0

const nameOf = (articleId: string, findingKey: string) => `${articleId} ${findingKey}`

/** The session storage of the tab; none where the browser keeps none, or there is no page. */
function storage(): Storage | undefined {
  try {
    return globalThis.sessionStorage
  } catch {
    return undefined
  }
}

function restored(): [string, Window][] {
  try {
    const kept: unknown = JSON.parse(storage()?.getItem(KEPT) ?? '[]')
    return Array.isArray(kept) ? (kept as [string, Window][]) : []
  } catch {
    // Not ours, or cut off: nothing can be taken back, which the cards say.
    return []
  }
}

function keep(): void {
  while (windows.size > MOST) windows.delete(windows.keys().next().value as string)
  try {
    storage()?.setItem(KEPT, JSON.stringify([...windows]))
  } catch {
    // No room: it is known until the tab is reloaded.
    storage()?.removeItem(KEPT)
  }
}

function changed(): void {
  version++
  keep()
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

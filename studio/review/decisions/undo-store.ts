import {useSyncExternalStore} from 'react'
import type {Window} from './body-window.ts'

const KEPT = 'copydesk-undo'
/** Beyond this number, the oldest changes are forgotten. */
const MAX_ITEMS = 200

/** The changes that can be undone, by article and finding. They last as long as the tab is open, reloads included. */
const windows = new Map<string, Window>(restored())
const listeners = new Set<() => void>()
let version = 0

const nameOf = (articleId: string, findingKey: string) => `${articleId} ${findingKey}`

/** The session storage of the tab; undefined if the browser has none, or without a page. */
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
    // The stored value is damaged. Nothing can be undone, and the cards offer no undo.
    return []
  }
}

function keep(): void {
  while (windows.size > MAX_ITEMS) windows.delete(windows.keys().next().value as string)
  try {
    storage()?.setItem(KEPT, JSON.stringify([...windows]))
  } catch {
    // The storage is full. Changes can be undone until the tab is reloaded.
    storage()?.removeItem(KEPT)
  }
}

function changed(): void {
  version++
  keep()
  for (const listener of listeners) listener()
}

/** Stores a change, so that it can be undone. */
export function rememberChange(articleId: string, findingKey: string, window: Window): void {
  windows.set(nameOf(articleId, findingKey), window)
  changed()
}

/** Removes a change that was undone or never made. */
export function forgetChange(articleId: string, findingKey: string): void {
  windows.delete(nameOf(articleId, findingKey))
  changed()
}

/** The change that a decision about a finding made; undefined if it cannot be undone. */
export function changeOf(articleId: string, findingKey: string): Window | undefined {
  return windows.get(nameOf(articleId, findingKey))
}

/** Renders again when the changes that can be undone change. */
export function useUndoVersion(): number {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => version,
  )
}

import {useSyncExternalStore} from 'react'

export type Side = 'form' | 'source'

/** Where an editor is in an article: the block that was chosen last, and the one at the top of the side that scrolls. */
export interface Place {
  block?: string
  /** The side that the block was chosen on; absent when it came from the list of findings. */
  chosenIn?: Side
  top?: {block: string; side: Side}
}

/** By article. Panes of the Studio share no state of their own. */
const places = new Map<string, Place>()
const listeners = new Set<() => void>()
const NOWHERE: Place = {}

function put(articleId: string, place: Place): void {
  places.set(articleId, place)
  for (const listener of listeners) listener()
}

export function chooseBlock(articleId: string, block: string, chosenIn?: Side): void {
  const {block: before} = places.get(articleId) ?? NOWHERE
  if (before !== block || chosenIn === undefined) put(articleId, {block, ...(chosenIn && {chosenIn})})
}

/** Says which block is at the top of a side, for the other one to follow. */
export function scrolledTo(articleId: string, side: Side, block: string): void {
  const place = places.get(articleId) ?? NOWHERE
  if (place.top?.block !== block || place.top.side !== side) put(articleId, {...place, top: {block, side}})
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function usePlace(articleId: string): Place {
  return useSyncExternalStore(subscribe, () => places.get(articleId) ?? NOWHERE)
}

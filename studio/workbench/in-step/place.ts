import {useSyncExternalStore} from 'react'

/** One of the two sides of the workbench. */
export type Side = 'form' | 'source'

/** Where an editor is in an article: the block that was chosen last, and the block at the top of the side that is being scrolled. */
export interface Place {
  block?: string
  /** The side on which the block was chosen; absent if it was chosen in an inspector. */
  chosenIn?: Side
  top?: {block: string; side: Side}
}

/** Places by article. Panes of the Studio share no state otherwise. */
const places = new Map<string, Place>()
const listeners = new Set<() => void>()
const NOWHERE: Place = {}

function put(articleId: string, place: Place): void {
  places.set(articleId, place)
  for (const listener of listeners) listener()
}

/** Chooses a block, for both sides to show. */
export function chooseBlock(articleId: string, block: string, chosenIn?: Side): void {
  const {block: before} = places.get(articleId) ?? NOWHERE
  if (before !== block || chosenIn === undefined) put(articleId, {block, ...(chosenIn && {chosenIn})})
}

/** Reports which block is at the top of a side, for the other side to follow. */
export function scrolledTo(articleId: string, side: Side, block: string): void {
  const place = places.get(articleId) ?? NOWHERE
  if (place.top?.block !== block || place.top.side !== side) put(articleId, {...place, top: {block, side}})
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The current place in an article. */
export function usePlace(articleId: string): Place {
  return useSyncExternalStore(subscribe, () => places.get(articleId) ?? NOWHERE)
}

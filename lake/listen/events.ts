import {type Effects, effectsOf} from '../effects/effects.ts'
import {canSee} from '../model/ids.ts'
import type {
  Access,
  CommittedTransaction,
  DocumentChange,
  Matcher,
  Mutation,
  SanityDocument,
} from '../types.ts'

/** What a listener wants in its events. */
export interface ListenOptions {
  includeResult: boolean
  includePreviousRevision: boolean
  includeMutations: boolean
  visibility: string
  effectFormat?: 'mendoza'
}

/** The change of one document, as a listener receives it. */
export interface MutationEvent {
  eventId: string
  documentId: string
  transactionId: string
  transition: Transition
  identity: string
  /** Absent if the transaction created the document. */
  previousRev?: string
  /** The transaction's id, also for a deleted document: the Studio chains events by it. */
  resultRev: string
  timestamp: string
  visibility: string
  transactionTotalEvents: number
  transactionCurrentEvent: number
  mutations?: Mutation[]
  result?: SanityDocument
  previous?: SanityDocument | null
  effects?: Effects
}

/** What a change means to a filter: the document passes it now, still, or no longer. */
type Transition = 'appear' | 'update' | 'disappear'

/**
 * The events of a transaction for one listener: one for each document that it may read and that passes its filter
 * before or after. `transactionTotalEvents` counts only these, since the Studio waits for that many.
 */
export function mutationEvents(
  committed: CommittedTransaction,
  matches: Matcher,
  access: Access,
  options: ListenOptions,
): MutationEvent[] {
  const visible = committed.documents.flatMap((change) => {
    const transition = canSee(access, change.id) ? transitionOf(change, matches) : undefined
    return transition ? [{change, transition}] : []
  })
  return visible.map(({change, transition}, index) => {
    const place = {transition, transactionTotalEvents: visible.length, transactionCurrentEvent: index + 1}
    return sharedEvent(change, JSON.stringify([place, options]), () =>
      eventOf(committed, change, place, options),
    )
  })
}

type Place = Pick<MutationEvent, 'transition' | 'transactionTotalEvents' | 'transactionCurrentEvent'>

function eventOf(
  committed: CommittedTransaction,
  change: DocumentChange,
  place: Place,
  options: ListenOptions,
): MutationEvent {
  return {
    eventId: `${committed.transactionId}#${change.id}`,
    documentId: change.id,
    transactionId: committed.transactionId,
    ...place,
    identity: committed.identity,
    ...(change.before ? {previousRev: change.before._rev} : {}),
    resultRev: committed.transactionId,
    timestamp: committed.timestamp,
    visibility: options.visibility,
    ...(options.includeMutations ? {mutations: change.mutations} : {}),
    ...(options.includeResult && change.after && place.transition !== 'disappear'
      ? {result: change.after}
      : {}),
    ...(options.includePreviousRevision ? {previous: change.before ?? null} : {}),
    ...(options.effectFormat === 'mendoza' ? {effects: effectsOf(change)} : {}),
  }
}

/** A Studio listens several times with the same options, so the event and its bytes are made once for all of them. */
const shared = new WeakMap<DocumentChange, Map<string, MutationEvent>>()

function sharedEvent(change: DocumentChange, key: string, make: () => MutationEvent): MutationEvent {
  const events = shared.get(change) ?? new Map<string, MutationEvent>()
  shared.set(change, events)
  const event = events.get(key) ?? make()
  events.set(key, event)
  return event
}

function transitionOf({before, after}: DocumentChange, matches: Matcher): Transition | undefined {
  const matched = before !== undefined && matches(before)
  if (after !== undefined && matches(after)) return matched ? 'update' : 'appear'
  return matched ? 'disappear' : undefined
}

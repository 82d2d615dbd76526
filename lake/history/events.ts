import type {DocumentChange, LoggedTransaction} from '../types.ts'

interface EventBase {
  timestamp: string
  author: string
  /** The published id, whichever version the event is about. */
  documentId: string
}

/**
 * An event in a document's history, as the Studio lists it. Edits of drafts are not events; the Studio reads them from
 * the transactions.
 */
export type DocumentEvent = EventBase &
  (
    | {type: 'createDocumentVersion'; versionId: string; versionRevisionId: string}
    | {type: 'deleteDocumentVersion'; versionId: string; versionRevisionId: string}
    | {
        type: 'publishDocumentVersion'
        versionId: string
        versionRevisionId: string
        revisionId: string
        publishCause: 'document.publish'
      }
    | {type: 'unpublishDocument'; versionId: string; versionRevisionId: string}
    | {type: 'deleteDocumentGroup'}
    | {type: 'createLiveDocument' | 'updateLiveDocument'; revisionId: string}
  )

/** Distributes over the union, so that each kind of event keeps its own fields. */
type WithoutBase<Event> = Event extends unknown ? Omit<Event, keyof EventBase> : never
type EventKind = WithoutBase<DocumentEvent>

interface DocumentPair {
  publishedId: string
  /** The draft, or the version of a release. */
  versionId: string
}

/**
 * The events of a document and one version of it, newest first.
 *
 * @param transactions - of the two, oldest first
 */
export function documentEvents(
  pair: DocumentPair,
  transactions: Iterable<LoggedTransaction>,
): DocumentEvent[] {
  const events: DocumentEvent[] = []
  let versionExists = false
  let publishedExists = false
  for (const transaction of transactions) {
    const published = transaction.documents.find(({id}) => id === pair.publishedId)
    const version = transaction.documents.find(({id}) => id === pair.versionId)
    versionExists = version ? version.after !== undefined : versionExists
    publishedExists = published ? published.after !== undefined : publishedExists
    const left = {version: versionExists, published: publishedExists}
    const kind = kindOf(pair.versionId, transaction.transactionId, {published, version}, left)
    if (!kind) continue
    const {timestamp, identity: author} = transaction
    events.push({...kind, timestamp, author, documentId: pair.publishedId})
  }
  return events.reverse()
}

function kindOf(
  versionId: string,
  revisionId: string,
  {published, version}: {published: DocumentChange | undefined; version: DocumentChange | undefined},
  left: {published: boolean; version: boolean},
): EventKind | undefined {
  const lastRevision = version?.before?._rev
  const versionGone = version !== undefined && version.after === undefined
  if (published?.after && versionGone && lastRevision !== undefined) {
    return {
      type: 'publishDocumentVersion',
      versionId,
      versionRevisionId: lastRevision,
      revisionId,
      publishCause: 'document.publish',
    }
  }
  if (published && !published.after) {
    return left.version
      ? {type: 'unpublishDocument', versionId, versionRevisionId: revisionId}
      : {type: 'deleteDocumentGroup'}
  }
  if (versionGone && lastRevision !== undefined) {
    if (!left.published) return {type: 'deleteDocumentGroup'}
    return {type: 'deleteDocumentVersion', versionId, versionRevisionId: lastRevision}
  }
  if (version?.after && !version.before)
    return {type: 'createDocumentVersion', versionId, versionRevisionId: revisionId}
  if (published?.after)
    return {type: published.before ? 'updateLiveDocument' : 'createLiveDocument', revisionId}
  return undefined
}

/** The two ids that make up one history, from either of them. */
export function pairOf(id: string): DocumentPair {
  const version = /^versions\.[^.]+\.(?<published>.+)$/.exec(id)?.groups?.published
  if (version !== undefined) return {publishedId: version, versionId: id}
  const publishedId = id.replace(/^drafts\./, '')
  return {publishedId, versionId: `drafts.${publishedId}`}
}

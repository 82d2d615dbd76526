/** The core of the embedded Content Lake: documents, queries, transactions and their log, in this process. */
import {randomBytes} from 'node:crypto'
import {act, mutate, type Transacted, type TransactionParts} from './documents/transact.ts'
import {canSee, idProblem} from './model/ids.ts'
import {compileMatcher, runQuery, selectIds} from './query/run.ts'
import {openDatabase} from './store/database.ts'
import {type DocumentStore, documentStore} from './store/documents.ts'
import {transactionLog} from './store/log.ts'
import type {
  Access,
  ActionRequest,
  CommittedTransaction,
  DocumentLookup,
  IncomingReferences,
  LoggedTransaction,
  Matcher,
  MatchOptions,
  MutateRequest,
  PointInTime,
  QueryRequest,
  SanityDocument,
  TransactionResult,
  TransactionsOptions,
} from './types.ts'

/** What {@link createEngine} needs from outside. */
export interface EngineOptions {
  /** File of the SQLite database, or `:memory:`. */
  path: string
  /** The current time, for timestamps and `now()`. */
  clock?: () => Date
  /** A new id, for documents, transactions and array keys; letters and digits only. */
  ids?: () => string
}

/**
 * The operations of a lake. Those that return a promise reject with a `LakeError`, whose `status` and `body` match
 * Sanity's; the others throw it.
 */
export interface Engine {
  /** The result of a GROQ query. */
  query(request: QueryRequest): Promise<unknown>
  /** Documents by id, in the order of `ids`, as stored. */
  documents(dataset: string, ids: readonly string[], access: Access): DocumentLookup[]
  /**
   * Apply mutations in one transaction. When the promise resolves, the transaction is on disk and subscribers were
   * called.
   */
  mutate(request: MutateRequest): Promise<TransactionResult>
  /** Apply `sanity.action.document.*` actions in one transaction. */
  action(request: ActionRequest): Promise<{transactionId: string}>
  /** The log: transactions that touched any of these documents. */
  transactions(
    dataset: string,
    documentIds: readonly string[],
    options?: TransactionsOptions,
  ): LoggedTransaction[]
  /** The document at an earlier time; null if it did not exist then. */
  documentAt(dataset: string, id: string, at: PointInTime): SanityDocument | null
  /** Documents that reference this one, at most `limit` of them, with the count of all. */
  referencesTo(dataset: string, id: string, access: Access, limit?: number): IncomingReferences
  /** Called after each commit, in commit order, within the call that committed. A listener must not throw. */
  subscribe(listener: (committed: CommittedTransaction) => void): () => void
  /** Compile the filter of a query, for listeners; anything after the filter is ignored. Throws `queryParseError`. */
  match(dataset: string, query: string, options?: MatchOptions): Matcher
  /** Names of the datasets that have a document. */
  datasets(): string[]
  /** Every document of a dataset in `_id` order, read from the database as the caller iterates. */
  export(dataset: string, access: Access): IterableIterator<SanityDocument>
  close(): void
}

/** A random id of 22 letters and digits. */
export function randomId(): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
  let id = ''
  // Bytes from 248 up are skipped, so that every letter is equally likely.
  while (id.length < 22)
    for (const byte of randomBytes(32)) if (byte < 248 && id.length < 22) id += alphabet[byte % 62]
  return id
}

/** Open the lake at `path`; the file is created if it does not exist. */
export function createEngine({path, clock = () => new Date(), ids = randomId}: EngineOptions): Engine {
  const database = openDatabase(path)
  const documents = documentStore(database)
  const log = transactionLog(database, documents)
  const {announce, subscribe, clear} = createAnnouncer()
  const parts: TransactionParts = {
    documents,
    log,
    atomically: (work) => database.transaction(work),
    select: (dataset, query, params) => selectIds(database, dataset, query, params, clock()),
    clock,
    ids,
  }

  return {
    async query(request) {
      return runQuery(database, request, clock())
    },
    documents(dataset, wanted, access) {
      return wanted.map((id): DocumentLookup => {
        if (!canSee(access, id)) return {id, reason: 'permission'}
        const document = idProblem(id) === undefined ? documents.read(dataset, id) : undefined
        return document ? {id, document} : {id, reason: 'existence'}
      })
    },
    async mutate(request) {
      return announce(mutate(parts, request))
    },
    async action(request) {
      const {transactionId} = announce(act(parts, request))
      return {transactionId}
    },
    transactions: (dataset, documentIds, options) => log.transactions(dataset, documentIds, options),
    documentAt: (dataset, id, at) => log.documentAt(dataset, id, at),
    referencesTo: (dataset, id, access, limit = 100) =>
      incomingReferences(documents, dataset, id, access, limit),
    subscribe,
    match: (dataset, query, options = {}) => compileMatcher(database, dataset, query, options, clock),
    datasets: () => documents.datasets(),
    *export(dataset, access) {
      for (const document of documents.all(dataset)) if (canSee(access, document._id)) yield document
    },
    close() {
      clear()
      database.close()
    },
  }
}

type Listener = (committed: CommittedTransaction) => void

/** The listeners of commits. */
function createAnnouncer() {
  const listeners = new Set<Listener>()
  const pending: CommittedTransaction[] = []
  let announcing = false
  /**
   * Call the listeners. A commit made by one of them waits until the current one was announced, so that every listener
   * receives all commits in order.
   */
  const announce = ({result, committed}: Transacted): TransactionResult => {
    if (committed) pending.push(committed)
    if (announcing) return result
    announcing = true
    try {
      for (let next = pending.shift(); next; next = pending.shift())
        for (const listener of [...listeners]) listener(next)
    } finally {
      announcing = false
    }
    return result
  }
  const subscribe = (listener: Listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  return {announce, subscribe, clear: () => listeners.clear()}
}

/** The documents that reference `id`, each once with all of its paths; it is weak if all of its references are. */
function incomingReferences(
  documents: DocumentStore,
  dataset: string,
  id: string,
  access: Access,
  limit: number,
): IncomingReferences {
  const byDocument = new Map<string, IncomingReferences['references'][number]>()
  for (const {from, type, weak, path} of documents.incoming(dataset, id)) {
    if (!canSee(access, from)) continue
    const known = byDocument.get(from)
    if (known) {
      known.paths.push(path)
      known.weak &&= weak
    } else byDocument.set(from, {documentId: from, documentType: type, weak, paths: [path]})
  }
  const references = [...byDocument.values()]
  return {totalCount: references.length, references: references.slice(0, limit)}
}

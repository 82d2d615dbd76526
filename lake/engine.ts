/** The core of the embedded Content Lake: documents, queries, transactions and their log, in this process. */
import {randomBytes} from 'node:crypto'
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

export interface EngineOptions {
  /** File of the SQLite database, or `:memory:`. */
  path: string
  /** The present, for timestamps and `now()`. */
  clock?: () => Date
  /** A new id, for documents, transactions and array keys; letters and digits only. */
  ids?: () => string
}

/**
 * Methods that answer with a promise reject with a `LakeError`, whose `status` and `body` are Sanity's; the others
 * throw it.
 */
export interface Engine {
  /** The result of a GROQ query. */
  query(request: QueryRequest): Promise<unknown>
  /** Documents by id, in the order of `ids`, as stored. */
  documents(dataset: string, ids: readonly string[], access: Access): DocumentLookup[]
  /** Apply mutations in one transaction. When the promise resolves, it is on disk and subscribers have been told. */
  mutate(request: MutateRequest): Promise<TransactionResult>
  /** Apply `sanity.action.document.*` actions in one transaction. */
  action(request: ActionRequest): Promise<{transactionId: string}>
  /** The log: transactions that touched any of these documents. */
  transactions(
    dataset: string,
    documentIds: readonly string[],
    options?: TransactionsOptions,
  ): LoggedTransaction[]
  /** The document as it was; null when it did not exist then. */
  documentAt(dataset: string, id: string, at: PointInTime): SanityDocument | null
  /** Documents that refer to this one. */
  referencesTo(dataset: string, id: string, access: Access, limit?: number): IncomingReferences
  /** Called after each commit, in commit order, within the call that committed. A listener must not throw. */
  subscribe(listener: (committed: CommittedTransaction) => void): () => void
  /** Compile the filter of a query, for listeners; what stands after the filter is ignored. Throws `queryParseError`. */
  match(dataset: string, query: string, options?: MatchOptions): Matcher
  /** Names of datasets that hold a document. */
  datasets(): string[]
  /** Every document of a dataset in `_id` order, read as the caller goes. */
  export(dataset: string, access: Access): IterableIterator<SanityDocument>
  close(): void
}

/** 22 letters and digits. */
export function randomId(): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
  let id = ''
  // Bytes of 248 and above are left out, so that each letter is equally likely.
  while (id.length < 22)
    for (const byte of randomBytes(32)) if (byte < 248 && id.length < 22) id += alphabet[byte % 62]
  return id
}

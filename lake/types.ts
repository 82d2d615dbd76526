/**
 * What the Content Lake stores, takes and gives, in Sanity's terms.
 *
 * - document: a JSON object with `_id` and `_type`. `x` is the published document, `drafts.x` its draft,
 *   `versions.r.x` its version in release `r`; the three are versions of one document.
 * - mutation: one change asked for. transaction: mutations that happen together or not at all; its id becomes
 *   the `_rev` of every document it writes.
 * - perspective: which version of each document a query sees.
 */

export interface SanityDocument {
  _id: string
  _type: string
  /** Id of the transaction that wrote this state. */
  _rev: string
  /** ISO 8601, UTC, whole seconds unless the caller gave it otherwise. */
  _createdAt: string
  _updatedAt: string
  [attribute: string]: unknown
}

/** A document as a caller sends it; the engine fills in what is missing. */
export interface DocumentInput {
  _id?: string
  _type: string
  [attribute: string]: unknown
}

export interface InsertOperation {
  before?: string
  after?: string
  replace?: string
  items: unknown[]
}

/** Operations of a patch, applied in the order of the fields below whatever their order in the object. */
export interface PatchOperations {
  setIfMissing?: Record<string, unknown>
  set?: Record<string, unknown>
  unset?: string[]
  inc?: Record<string, number>
  dec?: Record<string, number>
  insert?: InsertOperation
  diffMatchPatch?: Record<string, string>
}

export interface Selection {
  /** Of the document, or of several. */
  id?: string | string[]
  /** GROQ; every document in its result is meant. At most 10,000. */
  query?: string
  params?: Record<string, unknown>
}

export interface Patch extends Selection, PatchOperations {
  /** Revision the document must have. */
  ifRevisionID?: string
}

export interface Delete extends Selection {
  ifRevisionID?: string
}

export type Mutation =
  | {create: DocumentInput}
  | {createOrReplace: DocumentInput}
  | {createIfNotExists: DocumentInput}
  | {delete: Delete}
  | {patch: Patch}

/**
 * anonymous: sees published documents whose id has no dot. viewer: sees all. editor: sees and changes all.
 */
export interface Access {
  kind: 'anonymous' | 'viewer' | 'editor'
}

export interface QueryRequest {
  dataset: string
  query: string
  params?: Record<string, unknown>
  /** One of `raw`, `published`, `drafts` (or `previewDrafts`), or a stack of release names; absent: by `apiVersion`. */
  perspective?: string | string[]
  access: Access
  /** As in the path, with or without the leading `v`: `2025-02-19`, `v1`, `vX`. */
  apiVersion: string
  /** What `identity()` gives. */
  identity?: string
}

export interface MutateRequest {
  dataset: string
  mutations: Mutation[]
  transactionId?: string
  /** Id of the user, for the log. */
  identity: string
  access: Access
  dryRun?: boolean
  autoGenerateArrayKeys?: boolean
  returnDocuments?: boolean
  /** Instead of the engine's clock. */
  now?: Date
}

export type MutationOperation = 'create' | 'update' | 'delete' | 'none'

interface MutationResult {
  id: string
  operation: MutationOperation
  /** With `returnDocuments`: the state after the transaction; absent for a deleted document. */
  document?: SanityDocument
}

export interface TransactionResult {
  transactionId: string
  results: MutationResult[]
}

/** Actions as `/data/actions` takes them; `actionType` says which, the engine checks the rest. */
export interface Action {
  actionType: string
  [attribute: string]: unknown
}

export interface ActionRequest {
  dataset: string
  actions: Action[]
  transactionId?: string
  dryRun?: boolean
  identity: string
  access: Access
  now?: Date
}

export type DocumentLookup =
  | {id: string; document: SanityDocument}
  | {id: string; reason: 'existence' | 'permission'}

/** One document's part in a committed transaction. */
export interface DocumentChange {
  id: string
  type: string
  /** Absent: the transaction created it. */
  before?: SanityDocument
  /** Absent: the transaction deleted it. */
  after?: SanityDocument
  /** As they came, with generated ids and keys filled in; only those that touched this document. */
  mutations: Mutation[]
}

export interface CommittedTransaction {
  dataset: string
  transactionId: string
  /** Rises by one with each transaction of the lake. */
  sequence: number
  /** ISO 8601 with milliseconds. */
  timestamp: string
  identity: string
  /** In the order in which the mutations first touched them. Never two of the same id. */
  documents: DocumentChange[]
}

export interface TransactionsOptions {
  /** Ids of transactions, both included. */
  fromTransaction?: string
  toTransaction?: string
  /** ISO 8601, both included. */
  fromTime?: string
  toTime?: string
  authors?: string[]
  /** Default false: oldest first. */
  reverse?: boolean
  limit?: number
}

/** A transaction of the log, cut down to the documents asked for. */
export type LoggedTransaction = CommittedTransaction

export type PointInTime = {revision: string} | {time: string} | {lastRevision: true}

export interface IncomingReferences {
  totalCount: number
  references: {documentId: string; documentType: string; weak: boolean; paths: string[]}[]
}

export interface MatchOptions {
  params?: Record<string, unknown>
  identity?: string
}

/** Says whether a document passes the filter of a query. */
export type Matcher = (document: SanityDocument) => boolean

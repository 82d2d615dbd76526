/**
 * What the Content Lake stores, accepts and returns, in Sanity's terms.
 *
 * - document: a JSON object with `_id` and `_type`. `x` is the published document, `drafts.x` its draft, `versions.r.x`
 *   its version in release `r`; the three are versions of one document.
 * - mutation: one requested change. transaction: mutations that are applied together or not at all; its id becomes the
 *   `_rev` of every document it writes.
 * - perspective: which version of each document a query returns.
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

/** Items to insert into an array; exactly one of `before`, `after` and `replace` is a path. */
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

/** The documents that a mutation changes: one by id, or those that a query returns. */
export interface Selection {
  /** Of the document, or of several. */
  id?: string | string[]
  /** A GROQ query that selects every document in its result, at most 10,000. */
  query?: string
  params?: Record<string, unknown>
}

/** A mutation that changes parts of documents. */
export interface Patch extends Selection, PatchOperations {
  /** Revision the document must have. */
  ifRevisionID?: string
}

/** A mutation that deletes documents. */
export interface Delete extends Selection {
  ifRevisionID?: string
}

/** One change to documents, as `/data/mutate` accepts it. */
export type Mutation =
  | {create: DocumentInput}
  | {createOrReplace: DocumentInput}
  | {createIfNotExists: DocumentInput}
  | {delete: Delete}
  | {patch: Patch}

/**
 * What a caller may do. anonymous: read published documents whose id has no dot. viewer: read everything. editor: read
 * and change everything.
 */
export interface Access {
  kind: 'anonymous' | 'viewer' | 'editor'
}

/** A GROQ query with everything that its result depends on. */
export interface QueryRequest {
  dataset: string
  query: string
  params?: Record<string, unknown>
  /** One of `raw`, `published`, `drafts` (or `previewDrafts`), or a stack of release names; absent: by `apiVersion`. */
  perspective?: string | string[]
  access: Access
  /** The API version as in the path, with or without the leading `v`: `2025-02-19`, `v1`, `vX`. */
  apiVersion: string
  /** The result of `identity()`. */
  identity?: string
}

/** A request to change documents in one transaction. */
export interface MutateRequest {
  dataset: string
  mutations: Mutation[]
  transactionId?: string
  /** Id of the user, which the log records. */
  identity: string
  access: Access
  dryRun?: boolean
  autoGenerateArrayKeys?: boolean
  returnDocuments?: boolean
  /** Used instead of the engine's clock. */
  now?: Date
}

/** What a mutation did to a document; `none` if it changed nothing. */
export type MutationOperation = 'create' | 'update' | 'delete' | 'none'

interface MutationResult {
  id: string
  operation: MutationOperation
  /** With `returnDocuments`: the state after the transaction; absent for a deleted document. */
  document?: SanityDocument
}

/** The response to a mutation request, as hosted Sanity sends it. */
export interface TransactionResult {
  transactionId: string
  results: MutationResult[]
}

/** An action as `/data/actions` accepts it. `actionType` names it; the engine checks the other fields. */
export interface Action {
  actionType: string
  [attribute: string]: unknown
}

/** A request to perform actions in one transaction. */
export interface ActionRequest {
  dataset: string
  actions: Action[]
  transactionId?: string
  dryRun?: boolean
  identity: string
  access: Access
  now?: Date
}

/** A requested document, or why it is missing from the response. */
export type DocumentLookup =
  | {id: string; document: SanityDocument}
  | {id: string; reason: 'existence' | 'permission'}

/** One document's part in a committed transaction. */
export interface DocumentChange {
  id: string
  type: string
  /** Absent if the transaction created it. */
  before?: SanityDocument
  /** Absent if the transaction deleted it. */
  after?: SanityDocument
  /** The mutations of this document as requested, with generated ids and keys filled in. */
  mutations: Mutation[]
}

/** A transaction as subscribers receive it after the commit. */
export interface CommittedTransaction {
  dataset: string
  transactionId: string
  /** Increases by one with each transaction of the lake. */
  sequence: number
  /** ISO 8601 with milliseconds. */
  timestamp: string
  identity: string
  /** The changed documents, each once, in the order in which mutations first touched them. */
  documents: DocumentChange[]
}

/** Which part of the log is read. */
export interface TransactionsOptions {
  /** Ids of the first and last transaction, inclusive. */
  fromTransaction?: string
  toTransaction?: string
  /** ISO 8601, inclusive. */
  fromTime?: string
  toTime?: string
  authors?: string[]
  /** Newest first; by default oldest first. */
  reverse?: boolean
  limit?: number
}

/** A transaction of the log, reduced to the requested documents. */
export type LoggedTransaction = CommittedTransaction

/** Which earlier state of a document is requested: after a transaction, at a time (ISO 8601), or its last one. */
export type PointInTime = {revision: string} | {time: string} | {lastRevision: true}

/** The documents that reference one, with the paths of the references. */
export interface IncomingReferences {
  totalCount: number
  references: {documentId: string; documentType: string; weak: boolean; paths: string[]}[]
}

/** What a filter of a listener can refer to. */
export interface MatchOptions {
  params?: Record<string, unknown>
  identity?: string
}

/** Whether a document passes the filter of a query. */
export type Matcher = (document: SanityDocument) => boolean

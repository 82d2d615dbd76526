import {deflateRawSync, inflateRawSync} from 'node:zlib'
import type {
  CommittedTransaction,
  DocumentChange,
  LoggedTransaction,
  Mutation,
  PointInTime,
  SanityDocument,
  TransactionsOptions,
} from '../types.ts'
import type {Database, Row, SqlValue} from './database.ts'
import type {DocumentStore} from './documents.ts'

/** The transaction log: who changed what, and every earlier state of every document. */
export interface TransactionLog {
  has(dataset: string, transactionId: string): boolean
  /** Record a transaction; returns its sequence number. */
  append(transaction: Omit<CommittedTransaction, 'sequence'>): number
  transactions(
    dataset: string,
    documentIds: readonly string[],
    options?: TransactionsOptions,
  ): LoggedTransaction[]
  documentAt(dataset: string, id: string, at: PointInTime): SanityDocument | null
}

function pack(value: unknown): Uint8Array {
  return deflateRawSync(JSON.stringify(value), {level: 3})
}

function unpack<Value>(packed: SqlValue | undefined): Value | undefined {
  return packed instanceof Uint8Array ? (JSON.parse(inflateRawSync(packed).toString()) as Value) : undefined
}

/** The transaction log of a database. */
export function transactionLog(database: Database, documents: DocumentStore): TransactionLog {
  return {
    has(dataset, transactionId) {
      const sql = 'SELECT 1 FROM transactions WHERE dataset = ? AND id = ?'
      return database.get(sql, dataset, transactionId) !== undefined
    },
    append: (transaction) => append(database, transaction),
    transactions: (dataset, documentIds, options = {}) =>
      transactionsOf({database, documents}, dataset, documentIds, options),
    documentAt: (dataset, id, at) => documentAt({database, documents}, dataset, id, at),
  }
}

interface Sources {
  database: Database
  documents: DocumentStore
}

function append(
  database: Database,
  {dataset, transactionId, timestamp, identity, documents}: Omit<CommittedTransaction, 'sequence'>,
): number {
  const {lastInsertRowid: sequence} = database.run(
    'INSERT INTO transactions (dataset, id, timestamp, identity) VALUES (?, ?, ?, ?)',
    ...[dataset, transactionId, timestamp, identity],
  )
  for (const [ordinal, {id, type, before, after, mutations}] of documents.entries()) {
    const packed = [pack(mutations), before ? pack(before) : null]
    database.run(
      `INSERT INTO changes (sequence, ordinal, dataset, document, type, deleted, mutations, before)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      ...[sequence, ordinal, dataset, id, type, Number(!after), ...packed],
    )
  }
  return sequence
}

function transactionsOf(
  sources: Sources,
  dataset: string,
  documentIds: readonly string[],
  options: TransactionsOptions,
): LoggedTransaction[] {
  const {database} = sources
  const {where, values} = conditions(options)
  const ids = JSON.stringify(documentIds)
  const rows = database.all(
    `SELECT * FROM transactions t WHERE t.dataset = ? AND t.sequence IN (
       SELECT sequence FROM changes WHERE dataset = ? AND document IN (SELECT value FROM json_each(?))
     ) ${where} ORDER BY t.sequence ${options.reverse ? 'DESC' : 'ASC'} LIMIT ?`,
    ...[dataset, dataset, ids, ...values, options.limit ?? -1],
  )
  return rows.map((row) => ({
    dataset,
    transactionId: String(row.id),
    sequence: Number(row.sequence),
    timestamp: String(row.timestamp),
    identity: String(row.identity),
    documents: database
      .all(
        'SELECT * FROM changes WHERE sequence = ? AND document IN (SELECT value FROM json_each(?)) ORDER BY ordinal',
        ...[Number(row.sequence), ids],
      )
      .map((change) => toChange(sources, change)),
  }))
}

function documentAt(sources: Sources, dataset: string, id: string, at: PointInTime): SanityDocument | null {
  const {database} = sources
  if ('revision' in at) {
    const row = lastChange(database, dataset, id, 't.id = ?', at.revision)
    return (row && stateAfter(sources, row)) ?? null
  }
  if ('time' in at) {
    const row = lastChange(database, dataset, id, 't.timestamp <= ?', new Date(at.time).toISOString())
    return (row && stateAfter(sources, row)) ?? null
  }
  const row = lastChange(database, dataset, id, 'true')
  if (!row) return null
  return stateAfter(sources, row) ?? unpack<SanityDocument>(row.before) ?? null
}

/** The last change of a document whose transaction meets an SQL condition. */
function lastChange(
  database: Database,
  dataset: string,
  id: string,
  condition: string,
  ...values: SqlValue[]
): Row | undefined {
  return database.get(
    `SELECT c.* FROM changes c JOIN transactions t ON t.sequence = c.sequence
     WHERE c.dataset = ? AND c.document = ? AND ${condition} ORDER BY c.sequence DESC LIMIT 1`,
    ...[dataset, id, ...values],
  )
}

/** The state of the document after a change. */
function stateAfter({database, documents}: Sources, change: Row): SanityDocument | undefined {
  if (change.deleted === 1) return undefined
  const dataset = String(change.dataset)
  const id = String(change.document)
  const next = database.get(
    'SELECT before FROM changes WHERE dataset = ? AND document = ? AND sequence > ? ORDER BY sequence LIMIT 1',
    ...[dataset, id, Number(change.sequence)],
  )
  return next ? unpack<SanityDocument>(next.before) : documents.read(dataset, id)
}

function toChange(sources: Sources, row: Row): DocumentChange {
  const before = unpack<SanityDocument>(row.before)
  const after = stateAfter(sources, row)
  return {
    id: String(row.document),
    type: String(row.type),
    ...(before && {before}),
    ...(after && {after}),
    mutations: unpack<Mutation[]>(row.mutations) ?? [],
  }
}

function conditions(options: TransactionsOptions): {where: string; values: SqlValue[]} {
  const {fromTransaction, toTransaction, fromTime, toTime, authors} = options
  const parts: string[] = []
  const values: SqlValue[] = []
  const add = (sql: string, value: SqlValue): void => {
    parts.push(`AND ${sql}`)
    values.push(value)
  }
  const sequenceOf = '(SELECT s.sequence FROM transactions s WHERE s.dataset = t.dataset AND s.id = ?)'
  if (fromTransaction !== undefined) add(`t.sequence >= ${sequenceOf}`, fromTransaction)
  if (toTransaction !== undefined) add(`t.sequence <= ${sequenceOf}`, toTransaction)
  if (fromTime !== undefined) add('t.timestamp >= ?', new Date(fromTime).toISOString())
  if (toTime !== undefined) add('t.timestamp <= ?', new Date(toTime).toISOString())
  if (authors !== undefined) add('t.identity IN (SELECT value FROM json_each(?))', JSON.stringify(authors))
  return {where: parts.join(' '), values}
}

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
  /** The state of the document after a change. */
  const stateAfter = (change: Row): SanityDocument | undefined => {
    if (change.deleted === 1) return undefined
    const dataset = String(change.dataset)
    const id = String(change.document)
    const next = database.get(
      'SELECT before FROM changes WHERE dataset = ? AND document = ? AND sequence > ? ORDER BY sequence LIMIT 1',
      ...[dataset, id, Number(change.sequence)],
    )
    return next ? unpack<SanityDocument>(next.before) : documents.read(dataset, id)
  }

  const toChange = (row: Row): DocumentChange => {
    const before = unpack<SanityDocument>(row.before)
    const after = stateAfter(row)
    return {
      id: String(row.document),
      type: String(row.type),
      ...(before && {before}),
      ...(after && {after}),
      mutations: unpack<Mutation[]>(row.mutations) ?? [],
    }
  }

  /** The last change of a document whose transaction meets an SQL condition. */
  const lastChange = (
    dataset: string,
    id: string,
    condition: string,
    ...values: SqlValue[]
  ): Row | undefined =>
    database.get(
      `SELECT c.* FROM changes c JOIN transactions t ON t.sequence = c.sequence
       WHERE c.dataset = ? AND c.document = ? AND ${condition} ORDER BY c.sequence DESC LIMIT 1`,
      ...[dataset, id, ...values],
    )

  return {
    has(dataset, transactionId) {
      return (
        database.get('SELECT 1 FROM transactions WHERE dataset = ? AND id = ?', dataset, transactionId) !==
        undefined
      )
    },

    append({dataset, transactionId, timestamp, identity, documents: changes}) {
      const {lastInsertRowid: sequence} = database.run(
        'INSERT INTO transactions (dataset, id, timestamp, identity) VALUES (?, ?, ?, ?)',
        ...[dataset, transactionId, timestamp, identity],
      )
      for (const [ordinal, {id, type, before, after, mutations}] of changes.entries()) {
        database.run(
          `INSERT INTO changes (sequence, ordinal, dataset, document, type, deleted, mutations, before)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
          ...[
            sequence,
            ordinal,
            dataset,
            id,
            type,
            Number(!after),
            pack(mutations),
            before ? pack(before) : null,
          ],
        )
      }
      return sequence
    },

    transactions(dataset, documentIds, options = {}) {
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
          .map(toChange),
      }))
    },

    documentAt(dataset, id, at) {
      if ('revision' in at) {
        const row = lastChange(dataset, id, 't.id = ?', at.revision)
        return (row && stateAfter(row)) ?? null
      }
      if ('time' in at) {
        const row = lastChange(dataset, id, 't.timestamp <= ?', new Date(at.time).toISOString())
        return (row && stateAfter(row)) ?? null
      }
      const row = lastChange(dataset, id, 'true')
      if (!row) return null
      return stateAfter(row) ?? unpack<SanityDocument>(row.before) ?? null
    },
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

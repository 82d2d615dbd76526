import type {Database, Row, SqlValue} from '../store/database.ts'
import {CONTENT, parseDocument} from '../store/documents.ts'
import {INDEXED_ATTRIBUTES, LISTED_AT, oddAttributeSql} from '../store/schema.ts'
import type {SanityDocument} from '../types.ts'
import type {Fragment, View} from './perspective.ts'
import type {Attribute} from './pushdown.ts'

/** A sort key for which SQLite's order is GROQ's. */
export interface SqlOrder extends Attribute {
  descending: boolean
}

/** How documents are read. */
export interface ScanOptions {
  /** Sort keys; by default `_id`. */
  orders?: readonly SqlOrder[]
  /** Names of the attributes to read; all by default. */
  attributes?: readonly string[] | undefined
}

interface Found {
  document: SanityDocument
  /** The row number, for {@link Reader.read}. */
  row: number
}

/** Reads the documents of one dataset as one request sees them. */
export interface Reader {
  view: View
  /** Documents that meet the condition, in the given order; ties are in `_id` order. */
  scan(condition: Fragment, options?: ScanOptions): Generator<Found>
  /** The whole document of a row. */
  read(row: number): SanityDocument
  /** The number of rows that meet a condition. */
  count(condition: Fragment): number
  /** The document that a reference to `id` resolves to. */
  dereference(id: string): SanityDocument | undefined
}

const INDEXED: ReadonlySet<string> = new Set([...INDEXED_ATTRIBUTES, LISTED_AT])

/** Dereferenced documents to keep for the rest of the query: lists often reference the same few. */
const MAX_KEPT = 200
/** Attributes that are always read, since the perspective depends on them. */
const ALWAYS = ['_id', '_system']

/** Read documents of a database through a view. */
export function documentReader(database: Database, view: View): Reader {
  const {dataset, condition: seen, idColumn} = view
  const kept = new Map<string, SanityDocument | undefined>()
  const where = `d.dataset = ? AND ${seen.sql}`
  const orderBy = orderClauses(database, dataset)

  const content = (row: number): SanityDocument =>
    parseDocument(database.get(`SELECT ${CONTENT} AS content FROM documents WHERE rowid = ?`, row)?.content)

  return {
    view,
    *scan(condition, {orders = [], attributes} = {}) {
      const names = attributes && [...new Set([...ALWAYS, ...attributes])]
      // Sort only row numbers; read documents one at a time.
      const parts = names
        ? `, json_extract(d.content, ${names.map((name) => `'$.${name}'`).join(', ')}) AS parts`
        : ''
      const rows = database.iterate(
        `SELECT d.rowid AS row${parts} FROM documents d WHERE ${where} AND ${condition.sql}
         ORDER BY ${[...orders.map(orderBy), idColumn].join(', ')}`,
        ...[dataset, ...seen.values, ...condition.values],
      )
      for (const found of rows) {
        const row = Number(found.row)
        const document = view.show(names ? partOf(names, found) : content(row))
        if (document) yield {document, row}
      }
    },
    read(row) {
      const document = content(row)
      return view.show(document) ?? document
    },
    count(condition) {
      const values: SqlValue[] = [dataset, ...seen.values, ...condition.values]
      return Number(
        database.get(
          `SELECT count(*) AS total FROM documents d WHERE ${where} AND ${condition.sql}`,
          ...values,
        )?.total,
      )
    },
    dereference(id) {
      if (kept.has(id)) return kept.get(id)
      const row = database.get(
        `SELECT ${CONTENT} AS content FROM documents d WHERE ${where} AND ${idColumn} = ?`,
        ...[dataset, ...seen.values, id],
      )
      const document = row && view.show(parseDocument(row.content))
      if (kept.size < MAX_KEPT) kept.set(id, document)
      return document
    },
  }
}

/** Absent attributes become null, which is the same to GROQ. */
function partOf(names: readonly string[], found: Row): SanityDocument {
  const values = JSON.parse(String(found.parts)) as unknown[]
  return Object.fromEntries(names.map((name, index) => [name, values[index]])) as SanityDocument
}

/** Clauses that order as GROQ does: numbers, text, booleans, everything else; reversed when descending. */
function orderClauses(database: Database, dataset: string): (order: SqlOrder) => string {
  const odd = new Map<string, boolean>()
  const hasOddValues = (path: string): boolean => {
    const known = odd.get(path)
    if (known !== undefined) return known
    const sql = `SELECT 1 FROM documents WHERE dataset = ? AND ${oddAttributeSql(path)} LIMIT 1`
    const found = database.get(sql, dataset) !== undefined
    odd.set(path, found)
    return found
  }
  return ({sql, path, column, typeSql, parts, descending}) => {
    const way = descending ? 'DESC' : 'ASC'
    if (column) return `${sql} ${way}`
    if (INDEXED.has(path) && !parts.some(hasOddValues)) {
      // In this form SQLite uses the index.
      return `${sql} ${way} NULLS ${descending ? 'FIRST' : 'LAST'}`
    }
    const rank = `CASE ${typeSql}
      WHEN 'integer' THEN 1 WHEN 'real' THEN 1 WHEN 'text' THEN 2 WHEN 'true' THEN 3 WHEN 'false' THEN 3 ELSE 4 END`
    // Objects and arrays have no order among themselves.
    return `${rank} ${way}, CASE WHEN ${rank} < 4 THEN ${sql} END ${way}`
  }
}

import type {Database, Row, SqlValue} from '../store/database.ts'
import {CONTENT, parseDocument} from '../store/documents.ts'
import {INDEXED_ATTRIBUTES, LISTED_AT, oddAttributeSql} from '../store/schema.ts'
import type {SanityDocument} from '../types.ts'
import type {Fragment, View} from './perspective.ts'
import type {Attribute} from './pushdown.ts'

/** An attribute that SQLite can order by as GROQ does. */
export interface SqlOrder extends Attribute {
  descending: boolean
}

export interface ScanOptions {
  /** Default: by `_id`. */
  orders?: readonly SqlOrder[]
  /** Names of the attributes to read; default: all. */
  attributes?: readonly string[] | undefined
}

interface Found {
  document: SanityDocument
  /** For `read`. */
  row: number
}

/** Documents of one dataset as one request sees them. */
export interface Reader {
  view: View
  /** Documents for which the condition holds, in the order asked for, ties in `_id` order. */
  scan(condition: Fragment, options?: ScanOptions): Generator<Found>
  /** The whole of a document found. */
  read(row: number): SanityDocument
  /** How many rows a condition holds for. */
  count(condition: Fragment): number
  /** What a reference to `id` leads to. */
  dereference(id: string): SanityDocument | undefined
}

const INDEXED: ReadonlySet<string> = new Set([...INDEXED_ATTRIBUTES, LISTED_AT])

/** Dereferenced documents kept for the rest of the query: lists often refer to the same few. */
const MAX_KEPT = 200
/** Read with whatever else is asked for: they decide how a document is shown. */
const ALWAYS = ['_id', '_system']

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
      // Only row numbers are sorted; documents are read one at a time.
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

/** What is absent becomes null, which GROQ does not tell apart. */
function partOf(names: readonly string[], found: Row): SanityDocument {
  const values = JSON.parse(String(found.parts)) as unknown[]
  return Object.fromEntries(names.map((name, index) => [name, values[index]])) as SanityDocument
}

/**
 * Clauses that order as GROQ does: numbers before text before booleans before everything else, and the other way round
 * when descending.
 */
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
      // In this form SQLite walks the index.
      return `${sql} ${way} NULLS ${descending ? 'FIRST' : 'LAST'}`
    }
    const rank = `CASE ${typeSql}
      WHEN 'integer' THEN 1 WHEN 'real' THEN 1 WHEN 'text' THEN 2 WHEN 'true' THEN 3 WHEN 'false' THEN 3 ELSE 4 END`
    // Objects and arrays have no order among each other.
    return `${rank} ${way}, CASE WHEN ${rank} < 4 THEN ${sql} END ${way}`
  }
}

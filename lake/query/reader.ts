import type {Database} from '../store/database.ts'
import {parseDocument} from '../store/documents.ts'
import {attributeSql, INDEXED_ATTRIBUTES, oddAttributeSql} from '../store/schema.ts'
import type {SanityDocument} from '../types.ts'
import type {Fragment, View} from './perspective.ts'

/** An attribute that SQLite can order by as GROQ does. */
export interface SqlOrder {
  sql: string
  path: string
  column: boolean
  descending: boolean
}

/** Documents of one dataset as one request sees them. */
export interface Reader {
  view: View
  /** Documents for which the condition holds; in `_id` order, or in that of `orders`, ties in `_id` order. */
  scan(condition: Fragment, orders?: readonly SqlOrder[]): Generator<SanityDocument>
  /** How many rows a condition holds for. */
  count(condition: Fragment): number
  /** What a reference to `id` leads to. */
  dereference(id: string): SanityDocument | undefined
}

/** Dereferenced documents kept for the rest of the query: lists often refer to the same few. */
const MAX_KEPT = 200

export function documentReader(database: Database, view: View): Reader {
  const {dataset, condition: seen, idColumn} = view
  const kept = new Map<string, SanityDocument | undefined>()

  const orderBy = (orders: readonly SqlOrder[]): string =>
    [
      ...orders.map(({sql, descending, ...order}) => {
        // GROQ puts numbers before text before booleans before everything else; SQLite puts what is missing first.
        const rank = order.column
          ? ''
          : `${rankSql(order.path, order.column)} ${descending ? 'DESC' : 'ASC'}, `
        return `${rank}${sql} ${descending ? 'DESC' : 'ASC'}`
      }),
      idColumn,
    ].join(', ')

  const isOdd = new Map<string, boolean>()
  /** Rank of a value's type among GROQ's; cheap for an indexed attribute that never has an odd value. */
  const rankSql = (path: string, column: boolean): string => {
    if (column) return '0'
    if ((INDEXED_ATTRIBUTES as readonly string[]).includes(path)) {
      if (!isOdd.has(path)) {
        const sql = `SELECT 1 FROM documents WHERE dataset = ? AND ${oddAttributeSql(path)} LIMIT 1`
        isOdd.set(path, database.get(sql, dataset) !== undefined)
      }
      if (!isOdd.get(path)) return `(${attributeSql(path, 'd.')} IS NULL)`
    }
    return `CASE json_type(d.content, '$.${path}')
      WHEN 'integer' THEN 2 WHEN 'real' THEN 2 WHEN 'text' THEN 3 WHEN 'true' THEN 4 WHEN 'false' THEN 4 ELSE 100 END`
  }

  return {
    view,
    *scan(condition, orders = []) {
      // Only row numbers are sorted; contents are read one at a time.
      const rows = database.iterate(
        `SELECT d.rowid AS row FROM documents d WHERE d.dataset = ? AND ${seen.sql} AND ${condition.sql} ORDER BY ${orderBy(orders)}`,
        ...[dataset, ...seen.values, ...condition.values],
      )
      for (const {row} of rows) {
        const content = database.get('SELECT content FROM documents WHERE rowid = ?', row ?? null)?.content
        const document = view.show(parseDocument(content))
        if (document) yield document
      }
    },
    count(condition) {
      const row = database.get(
        `SELECT count(*) AS total FROM documents d WHERE d.dataset = ? AND ${seen.sql} AND ${condition.sql}`,
        ...[dataset, ...seen.values, ...condition.values],
      )
      return Number(row?.total ?? 0)
    },
    dereference(id) {
      if (kept.has(id)) return kept.get(id)
      const row = database.get(
        `SELECT d.content FROM documents d WHERE d.dataset = ? AND ${idColumn} = ? AND ${seen.sql}`,
        ...[dataset, id, ...seen.values],
      )
      const document = row && view.show(parseDocument(row.content))
      if (kept.size < MAX_KEPT) kept.set(id, document)
      return document
    },
  }
}

import {mkdirSync} from 'node:fs'
import {dirname} from 'node:path'
import {DatabaseSync, type StatementSync} from 'node:sqlite'
import {MIGRATIONS} from './schema.ts'

/** Most prepared statements kept; queries make their own SQL, so the number of texts is open. */
const MAX_STATEMENTS = 128

export type SqlValue = string | number | null | Uint8Array
export type Row = Record<string, SqlValue>

/** A SQLite database with its statements prepared once. */
export interface Database {
  get(sql: string, ...values: SqlValue[]): Row | undefined
  all(sql: string, ...values: SqlValue[]): Row[]
  iterate(sql: string, ...values: SqlValue[]): IterableIterator<Row>
  run(sql: string, ...values: SqlValue[]): {lastInsertRowid: number}
  /** Run `work` in a transaction: committed when it returns, undone when it throws. */
  transaction<Result>(work: () => Result): Result
  close(): void
}

/**
 * Open the file, made with its folder when it is not there, and bring its tables up to date.
 *
 * Write-ahead log with full synchronisation: what `transaction` returned from is on disk, and a process killed at any
 * point leaves whole transactions only. One process at a time may have it open.
 *
 * @throws Error when the file is in use by another process, is not a database, or was written by a newer version.
 */
export function openDatabase(path: string): Database {
  if (path !== ':memory:') mkdirSync(dirname(path), {recursive: true})
  const sqlite = new DatabaseSync(path)
  try {
    sqlite.exec('PRAGMA locking_mode = EXCLUSIVE')
    sqlite.exec('PRAGMA journal_mode = WAL')
    sqlite.exec('PRAGMA synchronous = FULL')
    sqlite.exec('PRAGMA foreign_keys = ON')
    // 16 MB of pages; the rest is left to the operating system's cache.
    sqlite.exec('PRAGMA cache_size = -16384')
    migrate(sqlite, path)
  } catch (error) {
    sqlite.close()
    throw explain(error, path)
  }
  return wrap(sqlite)
}

function migrate(sqlite: DatabaseSync, path: string): void {
  sqlite.exec('BEGIN IMMEDIATE')
  try {
    const version = Number(sqlite.prepare('PRAGMA user_version').get()?.user_version ?? 0)
    if (version > MIGRATIONS.length) {
      throw new Error(
        `The lake at ${path} has version ${version}, this program knows up to ${MIGRATIONS.length}: update the program, or give another path`,
      )
    }
    for (const migration of MIGRATIONS.slice(version)) sqlite.exec(migration)
    sqlite.exec(`PRAGMA user_version = ${MIGRATIONS.length}`)
    sqlite.exec('COMMIT')
  } catch (error) {
    sqlite.exec('ROLLBACK')
    throw error
  }
}

function explain(error: unknown, path: string): unknown {
  const code = (error as {errcode?: number}).errcode
  if (code === 5)
    return new Error(
      `The lake at ${path} is in use by another process: stop that one first, or give another path`,
      {cause: error},
    )
  if (code === 26)
    return new Error(`The file at ${path} is not a lake (not an SQLite database): give another path`, {
      cause: error,
    })
  return error
}

function wrap(sqlite: DatabaseSync): Database {
  const statements = new Map<string, StatementSync>()
  const prepare = (sql: string): StatementSync => {
    const known = statements.get(sql)
    // Moved to the end, so that the first is the one unused for longest.
    if (known) statements.delete(sql)
    const statement = known ?? sqlite.prepare(sql)
    statements.set(sql, statement)
    if (statements.size > MAX_STATEMENTS)
      for (const first of statements.keys()) if (statements.delete(first)) break
    return statement
  }
  return {
    get: (sql, ...values) => prepare(sql).get(...values) as Row | undefined,
    all: (sql, ...values) => prepare(sql).all(...values) as Row[],
    // A statement of its own: another iteration of the same text may begin before this one ends.
    iterate: (sql, ...values) => sqlite.prepare(sql).iterate(...values) as IterableIterator<Row>,
    run: (sql, ...values) => ({lastInsertRowid: Number(prepare(sql).run(...values).lastInsertRowid)}),
    transaction: (work) => {
      sqlite.exec('BEGIN IMMEDIATE')
      try {
        const result = work()
        sqlite.exec('COMMIT')
        return result
      } catch (error) {
        if (sqlite.isTransaction) sqlite.exec('ROLLBACK')
        throw error
      }
    },
    close: () => {
      statements.clear()
      sqlite.close()
    },
  }
}

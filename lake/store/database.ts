import {mkdirSync} from 'node:fs'
import {dirname} from 'node:path'
import {DatabaseSync, type StatementSync} from 'node:sqlite'
import {MIGRATIONS} from './schema.ts'

/** Prepared statements to keep. Queries generate SQL, so the number of different statements is unlimited. */
const MAX_STATEMENTS = 128

/** A value as SQLite stores it. */
export type SqlValue = string | number | null | Uint8Array
/** A row of a result, by column. */
export type Row = Record<string, SqlValue>

/** A SQLite database that prepares each statement once. */
export interface Database {
  get(sql: string, ...values: SqlValue[]): Row | undefined
  all(sql: string, ...values: SqlValue[]): Row[]
  iterate(sql: string, ...values: SqlValue[]): IterableIterator<Row>
  run(sql: string, ...values: SqlValue[]): {lastInsertRowid: number}
  /** Run `work` in a transaction that is committed when it returns and rolled back when it throws. */
  transaction<Result>(work: () => Result): Result
  close(): void
}

/**
 * Open the file and migrate its tables. The file and its folder are created if they do not exist.
 *
 * It uses a write-ahead log with full synchronization: once `transaction` returns, its changes are on disk, and killing
 * the process at any point leaves only whole transactions. Only one process at a time can have it open.
 *
 * @throws Error if another process uses the file, it is not a database, or a newer version wrote it.
 */
export function openDatabase(path: string): Database {
  if (path !== ':memory:') mkdirSync(dirname(path), {recursive: true})
  const sqlite = new DatabaseSync(path)
  try {
    sqlite.exec('PRAGMA locking_mode = EXCLUSIVE')
    sqlite.exec('PRAGMA journal_mode = WAL')
    sqlite.exec('PRAGMA synchronous = FULL')
    sqlite.exec('PRAGMA foreign_keys = ON')
    // 16 MB of pages; the operating system caches the rest.
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
        `The lake at ${path} has version ${version}, and this program supports up to ${MIGRATIONS.length}: update the program, or use another path`,
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
      `The lake at ${path} is in use by another process: stop that process first, or use another path`,
      {cause: error},
    )
  if (code === 26)
    return new Error(`The file at ${path} is not a lake (not an SQLite database): use another path`, {
      cause: error,
    })
  return error
}

function wrap(sqlite: DatabaseSync): Database {
  const statements = new Map<string, StatementSync>()
  const prepare = (sql: string): StatementSync => {
    const known = statements.get(sql)
    // Moved to the end, so that the first one is the least recently used.
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
    // A separate statement, since another iteration of the same SQL may begin before this one ends.
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

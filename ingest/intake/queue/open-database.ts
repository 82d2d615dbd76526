import {mkdirSync} from 'node:fs'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {LEDGER_STEPS} from './schema.ts'

/** The ledger cannot be used. `message` names the file, the reason and what to do. */
export class LedgerError extends Error {
  override name = 'LedgerError'
}

/** Open the database, check and migrate it. Throws {@link LedgerError}. */
export function openDatabase(directory: string, path: string): DatabaseSync {
  let db: DatabaseSync | undefined
  try {
    mkdirSync(directory, {recursive: true, mode: 0o700})
    db = new DatabaseSync(path, {timeout: 10_000})
    // FULL: a commit is on disk when it returns, so an accepted input survives a power cut.
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;')
    const verdict = db.prepare('PRAGMA quick_check(1)').get()?.quick_check
    if (verdict !== 'ok') throw new LedgerError(`it is damaged (${String(verdict)})`)
    migrate(db)
    return db
  } catch (error) {
    db?.close()
    const reason = error instanceof Error ? error.message : String(error)
    throw new LedgerError(
      `Cannot use the ledger at ${path}: ${reason}. Accepted bytes are safe in ${join(directory, 'scrapes')}; restore the file from a backup, or move it away and run copydesk ingest on that folder`,
      {cause: error},
    )
  }
}

function migrate(db: DatabaseSync): void {
  // Two processes may open a new ledger at once, so the version is read within the lock.
  db.exec('BEGIN IMMEDIATE')
  try {
    const version = Number(db.prepare('PRAGMA user_version').get()?.user_version)
    const {length} = LEDGER_STEPS
    if (version > length) throw new LedgerError('a newer Copydesk made it; update this one')
    for (const step of LEDGER_STEPS.slice(version)) db.exec(step)
    db.exec(`PRAGMA user_version = ${length}`)
    db.exec('COMMIT')
  } catch (error) {
    db.exec('ROLLBACK')
    throw error
  }
}

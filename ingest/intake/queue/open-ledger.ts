/** Opens the ledger of a data folder. */
import {randomUUID} from 'node:crypto'
import {join} from 'node:path'
import {openByteStore} from './byte-store.ts'
import type {Ledger} from './ledger.ts'
import {entriesIn} from './ledger-entries.ts'
import {leasesIn} from './ledger-leases.ts'
import {openDatabase} from './open-database.ts'

/** The folder of raw bytes in a data folder. */
export const storeOf = (directory: string): string => join(directory, 'scrapes')

/** Where the ledger is. */
export interface LedgerOptions {
  /** Folder of `ledger.sqlite` and the raw bytes; created if it does not exist. */
  directory: string
  now?: () => number
  /** Whether a process runs; tests can replace it. */
  isAlive?: (pid: number) => boolean
}

/** Open the ledger. Throws {@link LedgerError} if it cannot be used. */
export async function openLedger(options: LedgerOptions): Promise<Ledger> {
  const {directory, now = Date.now, isAlive = isRunning} = options
  const path = join(directory, 'ledger.sqlite')
  const db = openDatabase(directory, path)
  const store = await openByteStore(storeOf(directory), now)
  /** The owner of leases: a process, and one opening of the ledger in it. */
  const owner = `${process.pid}:${randomUUID()}`
  return {
    ...entriesIn({db, store, path, now}),
    ...leasesIn({db, owner, now, isAlive}),
    close() {
      db.close()
    },
  }
}

/** Whether a process runs. Signal 0 only checks. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // It runs under another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

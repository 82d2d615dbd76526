/**
 * Station 2: the ledger of accepted inputs, in SQLite. The bytes and the row of an accepted input are on disk, and it
 * stays queued until it is done, unchanged or set aside with a reason. A process that dies leaves leases, which the
 * next one reclaims.
 */
import {randomUUID} from 'node:crypto'
import {join} from 'node:path'
import type {Scrape} from '../../parse/types.ts'
import {sha256} from '../../store/draft/ids.ts'
import {openByteStore} from './byte-store.ts'
import {type Entry, entryOf, type Reason, STATES, type State} from './entry.ts'
import {LedgerError, openDatabase} from './open-database.ts'

/** How long a claim is valid without renewal, in milliseconds. */
export const LEASE_MS = 60_000
/** Claims of an input before it is set aside, since it may be the one that crashes the process. */
export const MAX_ATTEMPTS = 5

/** The accepted inputs and their states. */
export interface Ledger {
  /**
   * Accept an input; it is durable when this resolves. `isNew` is false for bytes that were accepted before; then
   * nothing is stored.
   */
  accept(scrape: Scrape): Promise<{entry: Entry; isNew: boolean}>
  get(id: string): Entry | undefined
  /** Entries, last changed first. */
  list(filter: {state?: State; limit: number}): Entry[]
  counts(): Record<State, number>
  /** The scrape of an entry: its raw bytes and where they came from. */
  scrape(entry: Entry): Promise<Scrape>

  /** Claim up to `slots` waiting inputs, oldest first. */
  claim(slots: number): Entry[]
  /** Renew the claims of these inputs. */
  renew(ids: Iterable<string>): void
  /** Put inputs back whose claim expired or whose process died. Returns their number. */
  reclaim(): number
  writing(id: string): void
  finish(id: string, result: {outcome: 'created' | 'changed' | 'unchanged'; articleId: string}): void
  fail(id: string, reason: Reason): void
  /** Put a claimed input back. `isCounted` is false if the input was not at fault. */
  release(id: string, options: {reason: Reason; delayMs: number; isCounted: boolean}): void
  /** Put inputs that were set aside back into the queue; without ids, all of them. Returns their ids. */
  retry(ids?: readonly string[], origin?: string): string[]
  /** Raw bytes by their hash; rejects if they are not stored. */
  bytes(hash: string): Promise<Uint8Array>
  close(): void
}

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

  const select = db.prepare('SELECT * FROM input WHERE id = ?')
  const insert = db.prepare(`
    INSERT INTO input (id, url, fetched_at, content_type, origin, size, accepted_at, updated_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`)
  const claim = db.prepare(`
    UPDATE input SET state = 'parsing', attempts = attempts + 1, owner = ?, lease_until = ?, updated_at = ?
    WHERE seq IN (SELECT seq FROM input WHERE state = 'queued' AND not_before <= ? ORDER BY seq LIMIT ?)
    RETURNING *`)
  const renew = db.prepare('UPDATE input SET lease_until = ? WHERE id = ? AND owner = ?')
  // Only the owner of the lease may settle an input: one that lost it was replaced by another.
  const settle = db.prepare(`
    UPDATE input SET state = ?, outcome = ?, article_id = ?, reason_code = ?, reason = ?,
      attempts = attempts - ?, not_before = ?, updated_at = ?, owner = NULL, lease_until = NULL
    WHERE id = ? AND owner = ?`)
  const setWriting = db.prepare(
    `UPDATE input SET state = 'writing', updated_at = ? WHERE id = ? AND owner = ?`,
  )
  const leased = db.prepare(
    `SELECT seq, owner, lease_until, attempts FROM input WHERE state IN ('parsing', 'writing')`,
  )
  const putBack = db.prepare(`
    UPDATE input SET state = ?, reason_code = ?, reason = ?, owner = NULL, lease_until = NULL, updated_at = ?
    WHERE seq = ? AND owner IS ?`)

  const get = (id: string): Entry | undefined => {
    const row = select.get(id)
    return row && entryOf(row)
  }

  return {
    get,
    async accept(scrape) {
      const id = sha256(scrape.bytes)
      const known = get(id)
      if (known) return {entry: known, isNew: false}
      await store.put(id, scrape.bytes)
      const at = now()
      const {url, fetchedAt, contentType, origin, bytes} = scrape
      const {changes} = insert.run(
        id,
        url ?? null,
        fetchedAt ?? null,
        contentType ?? null,
        origin,
        bytes.length,
        at,
        at,
      )
      const entry = get(id)
      if (!entry) throw new LedgerError(`${path} lost a row that it accepted`)
      return {entry, isNew: changes === 1}
    },
    list({state, limit}) {
      const rows = state
        ? db
            .prepare('SELECT * FROM input WHERE state = ? ORDER BY updated_at DESC, seq DESC LIMIT ?')
            .all(state, limit)
        : db.prepare('SELECT * FROM input ORDER BY updated_at DESC, seq DESC LIMIT ?').all(limit)
      return rows.map(entryOf)
    },
    counts() {
      const counts: Record<State, number> = {
        queued: 0,
        parsing: 0,
        writing: 0,
        done: 0,
        unchanged: 0,
        failed: 0,
      }
      for (const row of db.prepare('SELECT state, count(*) AS count FROM input GROUP BY state').all()) {
        const state = STATES.find((known) => known === row.state)
        if (state) counts[state] = Number(row.count)
      }
      return counts
    },
    bytes: (hash) => store.get(hash),
    async scrape(entry) {
      const {id, url, fetchedAt, contentType, origin} = entry
      return {
        bytes: await store.get(id),
        origin,
        ...(url !== undefined && {url}),
        ...(fetchedAt !== undefined && {fetchedAt}),
        ...(contentType !== undefined && {contentType}),
      }
    },
    claim(slots) {
      if (slots < 1) return []
      const at = now()
      return claim.all(owner, at + LEASE_MS, at, at, slots).map(entryOf)
    },
    renew(ids) {
      for (const id of ids) renew.run(now() + LEASE_MS, id, owner)
    },
    reclaim() {
      let reclaimed = 0
      for (const row of leased.all()) {
        const held = String(row.owner)
        if (held === owner || (Number(row.lease_until) > now() && isAlive(Number.parseInt(held, 10))))
          continue
        const isSpent = Number(row.attempts) >= MAX_ATTEMPTS
        putBack.run(
          isSpent ? 'failed' : 'queued',
          isSpent ? 'interrupted' : null,
          isSpent
            ? `The process ended ${MAX_ATTEMPTS} times while it worked on this input; run copydesk retry to try again`
            : null,
          now(),
          Number(row.seq),
          held,
        )
        reclaimed += 1
      }
      return reclaimed
    },
    writing(id) {
      setWriting.run(now(), id, owner)
    },
    finish(id, {outcome, articleId}) {
      const state = outcome === 'unchanged' ? 'unchanged' : 'done'
      settle.run(state, outcome, articleId, null, null, 0, 0, now(), id, owner)
    },
    fail(id, {code, message}) {
      settle.run('failed', null, null, code, message, 0, 0, now(), id, owner)
    },
    release(id, {reason, delayMs, isCounted}) {
      const at = now()
      settle.run(
        'queued',
        null,
        null,
        reason.code,
        reason.message,
        isCounted ? 0 : 1,
        at + delayMs,
        at,
        id,
        owner,
      )
    },
    retry(ids, origin) {
      const back = db.prepare(`
        UPDATE input SET state = 'queued', attempts = 0, not_before = 0, reason_code = NULL, reason = NULL, updated_at = ?,
          origin = coalesce(?, origin)
        WHERE state = 'failed' AND (? OR id = ?) RETURNING id`)
      const rows = ids
        ? ids.flatMap((id) => back.all(now(), origin ?? null, 0, id))
        : back.all(now(), origin ?? null, 1, '')
      return rows.map((row) => String(row.id))
    },
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

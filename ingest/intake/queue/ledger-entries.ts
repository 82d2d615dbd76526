/** The accepted inputs in the ledger: their rows, and their raw bytes. */
import type {DatabaseSync} from 'node:sqlite'
import type {Scrape} from '../../parse/types.ts'
import {sha256} from '../../store/draft/ids.ts'
import type {ByteStore} from './byte-store.ts'
import {type Entry, entryOf, STATES, type State} from './entry.ts'
import type {Ledger} from './ledger.ts'
import {LedgerError} from './open-database.ts'

/** What rows are read from and written to. */
interface EntriesOptions {
  db: DatabaseSync
  store: ByteStore
  /** Of the database, for messages. */
  path: string
  now: () => number
}

/** The part of a ledger that accepts, lists and retries inputs. */
export function entriesIn({
  db,
  store,
  path,
  now,
}: EntriesOptions): Pick<Ledger, 'accept' | 'get' | 'list' | 'counts' | 'scrape' | 'bytes' | 'retry'> {
  const select = db.prepare('SELECT * FROM input WHERE id = ?')
  const get = (id: string): Entry | undefined => {
    const row = select.get(id)
    return row && entryOf(row)
  }
  const insert = db.prepare(`
    INSERT INTO input (id, url, fetched_at, content_type, unread, origin, size, accepted_at, updated_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`)
  return {
    get,
    async accept(scrape) {
      const id = sha256(scrape.bytes)
      const known = get(id)
      if (known) return {entry: known, isNew: false}
      await store.put(id, scrape.bytes)
      const at = now()
      const {url = null, fetchedAt = null, contentType = null, unread, origin, bytes} = scrape
      const left = unread?.length ? JSON.stringify(unread) : null
      const {changes} = insert.run(id, url, fetchedAt, contentType, left, origin, bytes.length, at, at)
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
    counts: () => countStates(db),
    bytes: (hash) => store.get(hash),
    scrape: async (entry) => scrapeOf(entry, await store.get(entry.id)),
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
  }
}

function countStates(db: DatabaseSync): Record<State, number> {
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
}

const scrapeOf = ({url, fetchedAt, contentType, unread, origin}: Entry, bytes: Uint8Array): Scrape => ({
  bytes,
  origin,
  ...(url !== undefined && {url}),
  ...(fetchedAt !== undefined && {fetchedAt}),
  ...(contentType !== undefined && {contentType}),
  ...(unread && {unread}),
})

/** Leases of inputs in the ledger: who works on an input, and how that ended. */
import type {DatabaseSync} from 'node:sqlite'
import {entryOf} from './entry.ts'
import type {Ledger} from './ledger.ts'

/** How long a claim is valid without renewal, in milliseconds. */
export const LEASE_MS = 60_000
/** Claims of an input before it is set aside, since it may be the one that crashes the process. */
export const MAX_ATTEMPTS = 5

/** Whose leases they are. */
interface LeasesOptions {
  db: DatabaseSync
  owner: string
  now: () => number
  /** Whether a process runs. */
  isAlive: (pid: number) => boolean
}

/** The part of a ledger that claims inputs for one owner, and records what became of them. */
export function leasesIn(
  options: LeasesOptions,
): Pick<Ledger, 'claim' | 'renew' | 'reclaim' | 'writing' | 'finish' | 'fail' | 'release'> {
  const {db, owner, now} = options
  const claim = db.prepare(`
    UPDATE input SET state = 'parsing', attempts = attempts + 1, owner = ?, lease_until = ?, updated_at = ?
    WHERE seq IN (SELECT seq FROM input WHERE state = 'queued' AND not_before <= ? ORDER BY seq LIMIT ?)
    RETURNING *`)
  const renew = db.prepare('UPDATE input SET lease_until = ? WHERE id = ? AND owner = ?')
  const setWriting = db.prepare(
    `UPDATE input SET state = 'writing', updated_at = ? WHERE id = ? AND owner = ?`,
  )
  return {
    claim(slots) {
      if (slots < 1) return []
      const at = now()
      return claim.all(owner, at + LEASE_MS, at, at, slots).map(entryOf)
    },
    renew(ids) {
      for (const id of ids) renew.run(now() + LEASE_MS, id, owner)
    },
    reclaim: createReclaim(options),
    writing(id) {
      setWriting.run(now(), id, owner)
    },
    ...settlementsOf(options),
  }
}

/** Puts inputs back whose lease expired or whose process died. */
function createReclaim({db, owner, now, isAlive}: LeasesOptions): () => number {
  const leased = db.prepare(
    `SELECT seq, owner, lease_until, attempts FROM input WHERE state IN ('parsing', 'writing')`,
  )
  const putBack = db.prepare(`
    UPDATE input SET state = ?, reason_code = ?, reason = ?, owner = NULL, lease_until = NULL, updated_at = ?
    WHERE seq = ? AND owner IS ?`)
  const spent = `The process ended ${MAX_ATTEMPTS} times while it worked on this input; run copydesk retry to try again`
  return () => {
    let reclaimed = 0
    for (const row of leased.all()) {
      const held = String(row.owner)
      if (held === owner || (Number(row.lease_until) > now() && isAlive(Number.parseInt(held, 10)))) continue
      const [state, code, reason] =
        Number(row.attempts) >= MAX_ATTEMPTS ? ['failed', 'interrupted', spent] : ['queued', null, null]
      putBack.run(state, code, reason, now(), Number(row.seq), held)
      reclaimed += 1
    }
    return reclaimed
  }
}

/** How work on an input ends. */
function settlementsOf({db, owner, now}: LeasesOptions): Pick<Ledger, 'finish' | 'fail' | 'release'> {
  // Only the owner of the lease may settle an input: one that lost it was replaced by another.
  const settle = db.prepare(`
    UPDATE input SET state = ?, outcome = ?, article_id = ?, reason_code = ?, reason = ?,
      attempts = attempts - ?, not_before = ?, updated_at = ?, owner = NULL, lease_until = NULL
    WHERE id = ? AND owner = ?`)
  return {
    finish(id, {outcome, articleId}) {
      const state = outcome === 'unchanged' ? 'unchanged' : 'done'
      settle.run(state, outcome, articleId, null, null, 0, 0, now(), id, owner)
    },
    fail(id, {code, message}) {
      settle.run('failed', null, null, code, message, 0, 0, now(), id, owner)
    },
    release(id, {reason: {code, message}, delayMs, isCounted}) {
      const at = now()
      settle.run('queued', null, null, code, message, isCounted ? 0 : 1, at + delayMs, at, id, owner)
    },
  }
}

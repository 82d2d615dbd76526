/**
 * Station 2: the ledger of accepted inputs, in SQLite. The bytes and the row of an accepted input are on disk, and it
 * stays queued until it is done, unchanged or set aside with a reason. A process that dies leaves leases, which the
 * next one reclaims.
 */
import type {Scrape} from '../../parse/types.ts'
import type {Entry, Reason, State} from './entry.ts'

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

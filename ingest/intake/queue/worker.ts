/**
 * The loop that runs accepted inputs through the pipeline: claim, parse, draft, write. It claims inputs only for free
 * slots, so that it works on everything it has claimed. An input that fails does not stop the next.
 */

import {InputError} from '../../parse/errors.ts'
import type {ParseResult, Scrape} from '../../parse/types.ts'
import type {Drafted} from '../../store/draft/documents.ts'
import {type DraftOptions, draft} from '../../store/draft/draft.ts'
import {PIPELINE_VERSION} from '../../store/draft/pipeline-version.ts'
import {backoff} from '../../store/write/backoff.ts'
import {WriteError} from '../../store/write/errors.ts'
import type {WriteResult} from '../../store/write/writer.ts'
import {type Entry, nameOf, type Reason} from './entry.ts'
import type {Ledger} from './ledger.ts'
import {LEASE_MS, MAX_ATTEMPTS} from './ledger-leases.ts'
import type {Log} from './log.ts'

/** What the worker works with. */
export interface WorkerOptions {
  ledger: Ledger
  parse(scrape: Scrape): Promise<ParseResult>
  write(draft: (options?: DraftOptions) => Drafted, signal?: AbortSignal): Promise<WriteResult>
  /** Inputs in progress at a time. */
  slots: number
  log: Log
  /** Milliseconds between checks for inputs that another process accepted or put back. */
  pollMs?: number
  /** Milliseconds to pause after an outage of the lake. */
  outageMs?: number
  /** Milliseconds that inputs in progress may take to finish after `stop`. */
  graceMs?: number
  random?: () => number
}

/** A running worker. */
export interface Worker {
  /** Check for inputs to claim. */
  wake(): void
  /** Resolves when no input waits for a slot and none is in progress. Inputs that are delayed do not count. */
  onIdle(): Promise<void>
  /** Claim nothing more and finish inputs in progress; put them back if that takes too long. */
  stop(): Promise<void>
}

/** Start the worker. */
export function startWorker(options: WorkerOptions): Worker {
  const {ledger, log, pollMs = 1000, graceMs = 5000} = options
  const stopping = new AbortController()
  const dropping = new AbortController()
  const slots = createSlots(options, stopping.signal, dropping.signal)
  const fill = () => guarded(log, slots.fill)
  const poll = setInterval(fill, pollMs)
  const renewal = setInterval(() => {
    guarded(log, () => {
      ledger.renew(slots.running.keys())
      if (ledger.reclaim() > 0) slots.fill()
    })
  }, LEASE_MS / 3)
  const reclaimed = ledger.reclaim()
  if (reclaimed > 0) log.info({reclaimed}, `Resumed ${reclaimed} inputs that an earlier run left unfinished`)
  fill()
  return {
    wake: fill,
    onIdle: () =>
      new Promise((resolve) => {
        slots.whenIdle(resolve)
        fill()
      }),
    async stop() {
      stopping.abort()
      clearInterval(poll)
      // A lake that does not respond must not block stopping; inputs in progress are reclaimed at the next start.
      const grace = setTimeout(() => dropping.abort(), graceMs)
      await Promise.allSettled(slots.running.values())
      clearTimeout(grace)
      clearInterval(renewal)
    },
  }
}

/** The ledger may fail, for example on a full disk. This is logged, and claimed inputs are reclaimed later. */
function guarded(log: Log, step: () => void): void {
  try {
    step()
  } catch (error) {
    log.error({}, `The ledger failed: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** The slots for inputs in progress. Nothing is claimed once `stopping` is aborted; `dropping` ends what is in progress. */
function createSlots(options: WorkerOptions, stopping: AbortSignal, dropping: AbortSignal) {
  const {ledger, slots, log} = options
  const running = new Map<string, Promise<void>>()
  let idle: (() => void)[] = []
  let outageUntil = 0

  function fill(): void {
    if (stopping.aborted || Date.now() < outageUntil) return
    for (const entry of ledger.claim(slots - running.size)) {
      const work = run(entry).finally(() => {
        running.delete(entry.id)
        guarded(log, fill)
      })
      running.set(entry.id, work)
    }
    if (running.size === 0) {
      for (const resolve of idle) resolve()
      idle = []
    }
  }

  async function run(entry: Entry): Promise<void> {
    try {
      await runThrough(entry, options, dropping)
    } catch (error) {
      guarded(log, () => {
        outageUntil = Math.max(outageUntil, settle(entry, error, options))
      })
    }
  }

  return {running, fill, whenIdle: (resolve: () => void) => idle.push(resolve)}
}

/** Run one input through the pipeline. */
async function runThrough(
  entry: Entry,
  {ledger, parse, write, log}: WorkerOptions,
  signal: AbortSignal,
): Promise<void> {
  const scrape = await ledger.scrape(entry)
  const parsed = await parse({...scrape, origin: nameOf(entry)})
  ledger.writing(entry.id)
  const result = await write((choice) => draft(scrape, parsed, PIPELINE_VERSION, choice), signal)
  ledger.finish(entry.id, result)
  log.info({input: entry.id, origin: entry.origin, ...result}, `${result.outcome}: ${nameOf(entry)}`)
}

/** Put an input that failed back, or set it aside. Returns when an outage may be over; 0 without one. */
function settle(
  entry: Entry,
  error: unknown,
  {ledger, log, outageMs = 5000, random = Math.random}: WorkerOptions,
): number {
  const reason = reasonOf(error)
  const fields = {input: entry.id, origin: entry.origin, code: reason.code}
  if (error instanceof WriteError && error.isOutage) {
    ledger.release(entry.id, {reason, delayMs: outageMs, isCounted: false})
    log.warn(fields, `Waiting for the Content Lake: ${reason.message}`)
    return Date.now() + outageMs
  }
  if (isInputsFault(error) || entry.attempts >= MAX_ATTEMPTS) {
    ledger.fail(entry.id, reason)
    log.error(fields, `Set aside ${nameOf(entry)}: ${reason.message}`)
  } else {
    ledger.release(entry.id, {reason, delayMs: backoff(entry.attempts, random), isCounted: true})
    log.warn(fields, `Will retry ${nameOf(entry)}: ${reason.message}`)
  }
  return 0
}

/** Errors that a retry cannot fix. */
function isInputsFault(error: unknown): boolean {
  if (error instanceof InputError) return true
  return error instanceof WriteError && (error.code === 'rejected' || error.code === 'too-large')
}

function reasonOf(error: unknown): Reason {
  if (error instanceof InputError || error instanceof WriteError)
    return {code: error.code, message: error.message}
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return {code: 'unexpected', message: `An unexpected error, please report it: ${message}`}
}

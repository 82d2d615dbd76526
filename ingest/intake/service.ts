/** The long-running part of intake: ledger, worker, endpoint and inbox together. */
import type {Hono} from 'hono'
import type {Profile} from '../parse/profile/profile.ts'
import type {ParseResult, Scrape} from '../parse/types.ts'
import {reparseSource} from '../store/reparse/source.ts'
import {parseWithProfile} from '../store/source-profile.ts'
import {createLakeClient} from '../store/write/client.ts'
import {createWriter} from '../store/write/writer.ts'
import {createIngestApp, type IngestAppOptions} from './http/app.ts'
import type {Entry} from './queue/entry.ts'
import type {Ledger} from './queue/ledger.ts'
import type {Log} from './queue/log.ts'
import {openLedger} from './queue/open-ledger.ts'
import {startWorker} from './queue/worker.ts'
import {type Fate, type Inbox, watchInbox} from './read/inbox.ts'
import {lakeWithToken, type Settings} from './settings.ts'

/** What the service works with. */
export interface IngestServiceOptions {
  settings: Settings
  /** Parses on threads with caps, each in a process of its own. */
  parsePool: {parse(scrape: Scrape, profile?: Profile): Promise<ParseResult>; close(): Promise<void>}
  log: Log
  /** Whether a request may use the endpoint. */
  authorize: IngestAppOptions['authorize']
  /** Milliseconds between scans of the inbox. */
  inboxIntervalMs?: number
}

/** A running service. */
export interface IngestService {
  /** `POST /ingest` and `GET /ingest/<id>`. */
  app: Hono
  ledger: Ledger
  /** Accept an input durably; the worker starts on it at once. */
  accept(scrape: Scrape): Promise<Entry>
  /** Resolves when no input waits and none is in progress. */
  onIdle(): Promise<void>
  inbox: Inbox
  /** Accept nothing more, finish inputs in progress, and close everything. */
  close(): Promise<void>
}

/** Start the service. Throws `SettingsError` without a token, `LedgerError` if the ledger is damaged. */
export async function startIngestService(options: IngestServiceOptions): Promise<IngestService> {
  const {settings, parsePool, log, authorize, inboxIntervalMs} = options
  const client = createLakeClient(lakeWithToken(settings))
  const {concurrency, mutationsPerSecond, maxBytes, maxQueued} = settings
  const writer = createWriter({client, concurrency, mutationsPerSecond})
  const ledger = await openLedger({directory: settings.dataDirectory})
  const parse = parseWithProfile(client, parsePool.parse)
  const worker = startWorker({ledger, parse, write: writer.write, slots: concurrency, log})
  const app = createIngestApp({
    ledger,
    onAccept: worker.wake,
    authorize,
    maxBytes,
    maxQueued,
    parse: (scrape) => parsePool.parse(scrape),
    reparse: (request) =>
      reparseSource(request, {client, parse: parsePool.parse, readBytes: ledger.bytes, concurrency}),
  })

  async function accept(scrape: Scrape): Promise<Entry> {
    const {entry} = await ledger.accept(scrape)
    // Someone put it into the inbox again, so it is retried.
    if (entry.state === 'failed') ledger.retry([entry.id], scrape.origin)
    worker.wake()
    return entry
  }

  const inbox = await watchInbox({
    folder: settings.inboxDirectory,
    maxBytes,
    accept: async (scrape) => (await accept(scrape)).id,
    fate: (id) => fateOf(ledger.get(id)),
    log,
    ...(inboxIntervalMs !== undefined && {intervalMs: inboxIntervalMs}),
  })

  return {
    app,
    ledger,
    accept,
    onIdle: worker.onIdle,
    inbox,
    async close() {
      await inbox.stop()
      await worker.stop()
      await parsePool.close()
      ledger.close()
    },
  }
}

function fateOf(entry: Entry | undefined): Fate {
  if (!entry) return {code: 'forgotten', message: 'The ledger no longer has it; put it into the inbox again'}
  if (entry.state === 'failed') return entry.reason ?? {code: 'failed', message: 'Failed without a reason'}
  return entry.state === 'done' || entry.state === 'unchanged' ? 'done' : 'pending'
}

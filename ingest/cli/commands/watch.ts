/** `copydesk watch`: watch the inbox without serving anything. */
import {Command} from 'commander'
import type {Log} from '../../intake/queue/log.ts'
import {LedgerError} from '../../intake/queue/open-database.ts'
import {type IngestService, startIngestService} from '../../intake/service.ts'
import {lakeWithToken, unreachableAdvice} from '../../intake/settings.ts'
import {createParsePool} from '../../parse-pool/index.ts'
import {createLakeClient, requireLake} from '../../store/write/client.ts'
import {WriteError} from '../../store/write/errors.ts'
import {CommandFailure, EXIT} from './exit-status.ts'
import {onInterrupt} from './interrupt.ts'
import type {Io} from './io.ts'
import {orFail, settingsOf} from './options.ts'

/** The command `watch`. */
export function watchCommand(io: Io): Command {
  return new Command('watch')
    .description('Watch the inbox until interrupted, as npm start does as well.')
    .option('--once', 'stop when the inbox is empty and nothing is in progress')
    .option('--json', 'log as lines of JSON')
    .action((flags: {once?: true; json?: true}) => run(flags, io))
}

async function run({once, json}: {once?: true; json?: true}, io: Io): Promise<void> {
  const settings = settingsOf(io)
  const lake = orFail(() => lakeWithToken(settings))
  const interrupt = onInterrupt()
  let service: IngestService | undefined
  try {
    await requireLake(createLakeClient(lake), unreachableAdvice(settings), interrupt.stop)
    const parsePool = createParsePool({
      size: settings.parseThreads,
      timeoutMs: settings.parseTimeoutMs,
      maxOldGenerationSizeMb: settings.parseMemoryMb,
      maxBytes: settings.maxBytes,
    })
    const log = createLog(io, json === true)
    // Nothing is served here, so every request is refused.
    const authorize = () => ({status: 403, message: 'This process serves nothing'}) as const
    service = await startIngestService({settings, parsePool, log, authorize})
    log.info({folder: settings.inboxDirectory}, `Watching ${settings.inboxDirectory}`)
    await (once ? untilEmpty(service, interrupt.stop) : untilAborted(interrupt.stop))
  } catch (error) {
    if (error instanceof WriteError || error instanceof LedgerError) {
      if (interrupt.stop.aborted) throw new CommandFailure(EXIT.interrupted, '')
      throw new CommandFailure(EXIT.failed, error.message, {cause: error})
    }
    throw error
  } finally {
    await service?.close()
    interrupt.done()
  }
  if (interrupt.stop.aborted) throw new CommandFailure(EXIT.interrupted, '')
}

/** Milliseconds between scans; a file must be unchanged in two of them. */
const LOOK_MS = 500

async function untilEmpty(service: IngestService, stop: AbortSignal): Promise<void> {
  do {
    await service.inbox.look()
    await service.onIdle()
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
  } while (!stop.aborted && service.inbox.pending() > 0)
}

function untilAborted(stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (stop.aborted) resolve()
    stop.addEventListener('abort', () => resolve(), {once: true})
  })
}

/** A log as lines for people, or as JSON for a log collector. */
function createLog(io: Io, json: boolean): Log {
  const line = (level: string) => (fields: object, message: string) => {
    const text = json ? JSON.stringify({level, time: new Date().toISOString(), ...fields, message}) : message
    io.stderr.write(`${text}\n`)
  }
  return {info: line('info'), warn: line('warn'), error: line('error')}
}

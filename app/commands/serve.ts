import {fileURLToPath} from 'node:url'
import {Command} from 'commander'
import {CommandFailure, EXIT} from '../../ingest/cli/commands/exit-status.ts'
import type {Io} from '../../ingest/cli/commands/io.ts'
import {LedgerError} from '../../ingest/intake/queue/open-database.ts'
import {loadEnvironment, SettingsError} from '../../ingest/intake/settings.ts'
import type {Served} from '../serve.ts'
import {readServerSettings, type ServerSettings} from '../settings.ts'
import {StartError} from '../start-error.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** The command `serve`. */
export function serveCommand(io: Io): Command {
  return new Command('serve')
    .description(
      'Serve the Studio, the Content Lake, the ingest endpoint, the inbox and the reference site, until Ctrl-C.',
    )
    .option('--no-sample', 'leave an empty dataset empty')
    .action(async ({sample}: {sample: boolean}) => {
      try {
        await run(io, sample)
      } catch (error) {
        if (error instanceof StartError || error instanceof SettingsError || error instanceof LedgerError) {
          throw new CommandFailure(EXIT.failed, error.message, {cause: error})
        }
        throw error
      }
    })
}

async function run(io: Io, sample: boolean): Promise<void> {
  loadEnvironment(ROOT)
  const settings = readServerSettings(process.env, ROOT)
  // Imported here, so that other commands need not load the lake, the site and the Studio.
  const [{serve}, {pino}] = await Promise.all([import('../serve.ts'), import('pino')])
  const say = (line: string): void => void io.stdout.write(`${line}\n`)
  // On standard error, so that standard output has only the few lines for people.
  const log = pino({level: settings.logLevel, base: null}, pino.destination(2))
  // From the start, so that Ctrl-C also stops it while the Studio is built.
  const stop = stopSignal()
  const started = serve({settings, environment: process.env, sample, log, say})
  const first = await Promise.race([started, stop.asked])
  if (first === undefined) {
    // Nothing is lost: inputs that the ledger has accepted are durable.
    throw new CommandFailure(EXIT.interrupted, 'Stopped before it was ready.')
  }
  announce(first, settings, say)
  await stop.asked
  say('Stopping; inputs in progress are finished first (Ctrl-C again to stop at once) …')
  await first.close()
  stop.done()
  say('Stopped.')
}

/** Resolves at the first SIGINT or SIGTERM; a second one ends the process at once. */
function stopSignal(): {asked: Promise<undefined>; done: () => void} {
  let asked = false
  let resolve: (value: undefined) => void
  const promise = new Promise<undefined>((settle) => {
    resolve = settle
  })
  const onSignal = (): void => {
    if (asked) process.exit(EXIT.interrupted)
    asked = true
    resolve(undefined)
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
  return {
    asked: promise,
    done: () => {
      process.off('SIGINT', onSignal)
      process.off('SIGTERM', onSignal)
    },
  }
}

function announce({studioUrl, siteUrl}: Served, settings: ServerSettings, say: (line: string) => void): void {
  const {ingest} = settings
  const isLocal = ingest.target === 'local'
  const rows: [string, string][] = [
    ['Studio', studioUrl],
    [
      'Content Lake',
      isLocal
        ? `${studioUrl}/v2025-02-19 (project local, dataset production)`
        : `${ingest.lake.apiHost} (project ${ingest.lake.projectId}, dataset ${ingest.lake.dataset})`,
    ],
    ['Ingest endpoint', `${studioUrl}/ingest`],
    ['Reference site', siteUrl],
    ['Inbox', ingest.inboxDirectory],
    ['Data', `${ingest.dataDirectory} (tokens in tokens.json)`],
  ]
  say('')
  for (const [name, value] of rows) say(`  ${name.padEnd(16)} ${value}`)
  say('\nCopydesk is ready. Ctrl-C stops it.')
}

/** `copydesk ingest`: write scrapes from files and stdin directly. */
import {Command} from 'commander'
import PQueue from 'p-queue'
import {eachEntry} from '../../intake/read/entries.ts'
import {type Input, readInputs} from '../../intake/read/inputs.ts'
import type {Provenance} from '../../intake/read/scrape-row.ts'
import {lakeWithToken, type Settings, unreachableAdvice} from '../../intake/settings.ts'
import {InputError} from '../../parse/errors.ts'
import type {ParseResult, Scrape} from '../../parse/types.ts'
import {createParsePool} from '../../parse-pool/index.ts'
import {draft} from '../../store/draft/draft.ts'
import {PIPELINE_VERSION} from '../../store/draft/pipeline-version.ts'
import {parseWithProfile} from '../../store/source-profile.ts'
import {createLakeClient, requireLake} from '../../store/write/client.ts'
import {WriteError} from '../../store/write/errors.ts'
import {createWriter, type Writer} from '../../store/write/writer.ts'
import {CommandFailure, EXIT} from './exit-status.ts'
import {createIngestReport, type IngestReport} from './ingest-report.ts'
import {type Interrupt, onInterrupt} from './interrupt.ts'
import type {Io} from './io.ts'
import {integerOption, orFail, settingsOf, timeOption, webAddressOption} from './options.ts'

interface Flags extends Provenance {
  ndjson?: true
  json?: true
  dryRun?: true
  concurrency?: number
  mutationsPerSecond?: number
  maxBytes?: number
}

/** The command `ingest`. */
export function ingestCommand(io: Io): Command {
  return new Command('ingest')
    .description('Turn scrapes into draft articles. Ingesting the same bytes twice changes nothing.')
    .argument('<path...>', 'files, folders (searched for pages and .ndjson), or - for stdin')
    .option('--ndjson', 'stdin contains rows {url?, fetchedAt?, contentType?, body | bodyBase64}')
    .option('--json', 'print a line of JSON for each input')
    .option('--dry-run', 'report what each input would become, and write nothing')
    .option('--url <url>', 'where the page was fetched', webAddressOption)
    .option('--fetched-at <time>', 'when it was fetched', timeOption)
    .option('--content-type <type>', 'its content type, as the server sent it')
    .option('--concurrency <count>', 'articles in progress at a time', integerOption('--concurrency', 1, 100))
    .option(
      '--mutations-per-second <count>',
      'transactions started per second; hosted Sanity allows 25',
      integerOption('--mutations-per-second', 1, 1000),
    )
    .option('--max-bytes <bytes>', 'longest input', integerOption('--max-bytes', 1, 1_000_000_000))
    .action((paths: string[], flags: Flags, command: Command) => run(paths, flags, command, io))
}

async function run(paths: string[], flags: Flags, command: Command, io: Io): Promise<void> {
  const {
    ndjson,
    json = false,
    dryRun = false,
    concurrency,
    mutationsPerSecond,
    maxBytes,
    ...provenance
  } = flags
  if (provenance.url !== undefined && (paths.length > 1 || ndjson)) {
    command.error('error: --url is the address of one page, so it takes one path')
  }
  const settings = settingsOf(io, {
    ...(concurrency !== undefined && {concurrency}),
    ...(mutationsPerSecond !== undefined && {mutationsPerSecond}),
    ...(maxBytes !== undefined && {maxBytes}),
  })
  const client = createLakeClient(orFail(() => lakeWithToken(settings)))
  const interrupt = onInterrupt()
  const pool = createPool(settings)
  let report: IngestReport | undefined
  try {
    await requireLake(client, unreachableAdvice(settings), interrupt.stop)
    report = createIngestReport(io, {json, dryRun})
    const inputs = eachEntry(
      readInputs(paths, {
        maxBytes: settings.maxBytes,
        stdin: io.stdin,
        ...(ndjson && {stdinRows: true}),
        provenance,
      }),
    )
    const writer = createWriter({...settings, client, dryRun})
    const parse = parseWithProfile(client, pool.parse, interrupt.abort)
    await ingestAll(inputs, {settings, parse, writer, report, interrupt})
  } catch (error) {
    if (interrupt.stop.aborted) throw interrupted()
    if (error instanceof WriteError) throw new CommandFailure(EXIT.failed, error.message, {cause: error})
    throw error
  } finally {
    report?.end()
    interrupt.done()
    await pool.close()
  }
  if (interrupt.stop.aborted) throw interrupted()
  if (report.tally.setAside > 0) throw new CommandFailure(EXIT.setAside, '')
}

function createPool(settings: Settings) {
  return createParsePool({
    size: settings.parseThreads,
    timeoutMs: settings.parseTimeoutMs,
    maxOldGenerationSizeMb: settings.parseMemoryMb,
    maxBytes: settings.maxBytes,
  })
}

interface Parts {
  settings: Settings
  parse(scrape: Scrape): Promise<ParseResult>
  writer: Writer
  report: IngestReport
  interrupt: Interrupt
}

/**
 * Process inputs as slots become free. A failed input is reported; an outage stops the run, since every other input
 * would fail as well.
 */
async function ingestAll(inputs: AsyncIterable<Input>, parts: Parts): Promise<void> {
  const {settings, report, interrupt} = parts
  const slots = new PQueue({concurrency: settings.concurrency})
  let outage: unknown
  const isOver = () => outage !== undefined || interrupt.stop.aborted
  for await (const input of inputs) {
    if (isOver()) break
    if ('error' in input) {
      report.setAside(input.name, input.error)
      continue
    }
    slots
      .add(() => (isOver() ? undefined : ingestOne(input, parts)))
      .catch((error: unknown) => {
        outage ??= error
      })
    // Read only one input ahead, so that the slots limit memory.
    await slots.onSizeLessThan(1)
  }
  await slots.onIdle()
  if (outage !== undefined) throw outage
}

/** Process one input. Throws only errors that would stop every other input as well. */
async function ingestOne(input: {name: string; scrape: Scrape}, parts: Parts): Promise<void> {
  const {parse, writer, report, interrupt} = parts
  try {
    const known = await writer.findKnown(input.scrape.bytes, interrupt.abort)
    if (known) return report.written(input.name, known)
    const parsed = await parse(input.scrape)
    const result = await writer.write(
      (choice) => draft(input.scrape, parsed, PIPELINE_VERSION, choice),
      interrupt.abort,
    )
    report.written(input.name, result, parsed.article.title)
  } catch (error) {
    if (error instanceof InputError || (error instanceof WriteError && !error.isOutage)) {
      report.setAside(input.name, error)
    } else throw error
  }
}

function interrupted(): CommandFailure {
  return new CommandFailure(
    EXIT.interrupted,
    'Interrupted. What was written is complete; run the command again to continue',
  )
}

/** `copydesk reparse`: parse the stored pages of a source again, with its current profile. */
import type {SanityClient} from '@sanity/client'
import {Command} from 'commander'
import {openByteStore} from '../../intake/queue/byte-store.ts'
import {storeOf} from '../../intake/queue/open-ledger.ts'
import {readText} from '../../intake/read/text.ts'
import {lakeWithToken, unreachableAdvice} from '../../intake/settings.ts'
import {InputError} from '../../parse/errors.ts'
import {type Profile, profileOf, readProfile} from '../../parse/profile/profile.ts'
import {createParsePool} from '../../parse-pool/index.ts'
import {type Reparsed, reparse} from '../../store/reparse/index.ts'
import {findSource} from '../../store/reparse/stored.ts'
import {nameOf} from '../../store/source-profile.ts'
import {createLakeClient, requireLake} from '../../store/write/client.ts'
import {WriteError} from '../../store/write/errors.ts'
import {renderReparsed} from '../render/reparse.ts'
import {CommandFailure, EXIT} from './exit-status.ts'
import {onInterrupt} from './interrupt.ts'
import {type Io, write} from './io.ts'
import {orFail, settingsOf} from './options.ts'

interface Flags {
  source: string
  profile?: string
  dryRun?: boolean
  json?: boolean
}

/** The command `reparse`. */
export function reparseCommand(io: Io): Command {
  return new Command('reparse')
    .description(
      'Parse the stored pages of a source again with its current extraction profile. Edits of editors stay.',
    )
    .requiredOption('--source <source>', 'domain of the source, or id of its document')
    .option('--dry-run', 'report what would change in each article, and write nothing')
    .option('--profile <file>', 'with --dry-run: try this profile (JSON) instead of the saved one')
    .option('--json', 'print a line of JSON for each article')
    .action((flags: Flags, command: Command) => run(flags, command, io))
}

async function run(flags: Flags, command: Command, io: Io): Promise<void> {
  const {source: name, profile: file, dryRun = false, json = false} = flags
  if (file !== undefined && !dryRun) {
    command.error(
      'error: --profile only tries a profile, so it requires --dry-run; save the profile in the Studio to use it',
    )
  }
  const settings = settingsOf(io)
  const client = createLakeClient(orFail(() => lakeWithToken(settings)))
  const interrupt = onInterrupt()
  const pool = createParsePool({
    size: settings.parseThreads,
    timeoutMs: settings.parseTimeoutMs,
    maxOldGenerationSizeMb: settings.parseMemoryMb,
    maxBytes: settings.maxBytes,
  })
  const tally: Tally = {changed: 0, unchanged: 0, kept: 0, failed: 0}
  try {
    await requireLake(client, unreachableAdvice(settings), interrupt.stop)
    const source = await requireSource(client, name, interrupt.abort)
    const profile: Profile | undefined =
      file === undefined ? profileOf(source.profile, nameOf(source)) : readProfile(await readText(file), file)
    const bytes = await openByteStore(storeOf(settings.dataDirectory), Date.now)
    const options = {
      client,
      parse: pool.parse,
      readBytes: bytes.get,
      source,
      profile,
      dryRun,
      concurrency: settings.concurrency,
      signal: interrupt.abort,
    }
    for await (const result of reparse(options)) {
      tally[result.outcome]++
      await write(io.stdout, json ? `${JSON.stringify(result)}\n` : renderReparsed(result))
      if (interrupt.stop.aborted) break
    }
  } catch (error) {
    if (interrupt.stop.aborted) throw interrupted()
    if (error instanceof InputError || error instanceof WriteError)
      throw new CommandFailure(EXIT.failed, error.message, {cause: error})
    throw error
  } finally {
    interrupt.done()
    await pool.close()
  }
  if (interrupt.stop.aborted) throw interrupted()
  if (!json) await write(io.stdout, totalsOf(tally, dryRun))
  if (tally.failed > 0) throw new CommandFailure(EXIT.setAside, '')
}

type Tally = Record<Reparsed['outcome'], number>

function totalsOf({changed, unchanged, kept, failed}: Tally, dryRun: boolean): string {
  const would = dryRun ? 'would be ' : ''
  return `${changed} ${would}changed, ${unchanged} unchanged, ${kept} kept because of edits, ${failed} failed\n`
}

async function requireSource(client: SanityClient, name: string, signal: AbortSignal) {
  const source = await findSource(client, name, signal)
  if (source) return source
  throw new CommandFailure(
    EXIT.failed,
    `No source has the id or domain ${name}. A source is created with the first article of its domain; the Studio lists all sources`,
  )
}

const interrupted = (): CommandFailure =>
  new CommandFailure(
    EXIT.interrupted,
    'Interrupted. What was written is complete; run the command again to continue',
  )

/** `copydesk status`: the inputs that wait, are done, and were set aside. */
import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {Command} from 'commander'
import {type Entry, STATES} from '../../intake/queue/entry.ts'
import type {Ledger} from '../../intake/queue/ledger.ts'
import {LedgerError} from '../../intake/queue/open-database.ts'
import {openLedger} from '../../intake/queue/open-ledger.ts'
import type {Settings} from '../../intake/settings.ts'
import {CommandFailure, EXIT} from './exit-status.ts'
import {type Io, write} from './io.ts'
import {integerOption, settingsOf} from './options.ts'

/** The command `status`. */
export function statusCommand(io: Io): Command {
  return new Command('status')
    .description('Show the inputs of the inbox and the endpoint that wait, are done, or were set aside.')
    .option('--json', 'print it as JSON')
    .option(
      '--limit <count>',
      'most inputs to list that were set aside',
      integerOption('--limit', 0, 100_000),
      20,
    )
    .action(async ({json, limit}: {json?: true; limit: number}) => {
      const settings = settingsOf(io)
      await withLedger(settings, async (ledger) => {
        const counts = ledger.counts()
        const failed = ledger.list({state: 'failed', limit})
        const text = json
          ? `${JSON.stringify({counts, failed}, null, 2)}\n`
          : `${STATES.map((state) => `${counts[state]} ${state}`).join(', ')}\n${failed.map(lineOf).join('')}`
        await write(io.stdout, text)
      })
    })
}

function lineOf({id, origin, reason, updatedAt}: Entry): string {
  return `failed  ${id.slice(0, 12)}  ${updatedAt}  ${origin}  ${reason?.code}: ${reason?.message}\n`
}

/** Run `step` on the ledger. If there is none, report that nothing was accepted yet. */
export async function withLedger<T>(settings: Settings, step: (ledger: Ledger) => Promise<T>): Promise<T> {
  const {dataDirectory} = settings
  if (!existsSync(join(dataDirectory, 'ledger.sqlite'))) {
    throw new CommandFailure(
      EXIT.failed,
      `There is no ledger in ${dataDirectory}: the inbox and the endpoint have accepted nothing yet. Set COPYDESK_DATA if the data is elsewhere`,
    )
  }
  try {
    const ledger = await openLedger({directory: dataDirectory})
    try {
      return await step(ledger)
    } finally {
      ledger.close()
    }
  } catch (error) {
    if (error instanceof LedgerError) throw new CommandFailure(EXIT.failed, error.message, {cause: error})
    throw error
  }
}

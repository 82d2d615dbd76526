/** `copydesk retry`: put inputs that were set aside back into the queue. */
import {Command} from 'commander'
import type {Ledger} from '../../intake/queue/ledger.ts'
import {CommandFailure, EXIT} from './exit-status.ts'
import {type Io, write} from './io.ts'
import {settingsOf} from './options.ts'
import {withLedger} from './status.ts'

/** Fewest digits that identify an input. */
const MIN_PREFIX = 8

/** The command `retry`. */
export function retryCommand(io: Io): Command {
  return new Command('retry')
    .description('Put inputs that were set aside back into the queue, for npm start or copydesk watch.')
    .argument('[id...]', `ids, or at least ${MIN_PREFIX} digits of them, as copydesk status shows them`)
    .option('--all', 'all inputs that were set aside')
    .action(async (ids: string[], {all}: {all?: true}, command: Command) => {
      if (all === ids.length > 0) command.error('error: use either --all or ids')
      if (!all && ids.length === 0) command.error('error: name ids, or use --all')
      await withLedger(settingsOf(io), async (ledger) => {
        const back = all ? ledger.retry() : ledger.retry(ids.map((id) => resolveId(ledger, id)))
        await write(io.stdout, `${back.length} put back\n`)
      })
    })
}

/** The only failed input whose id starts with `prefix`. */
function resolveId(ledger: Ledger, prefix: string): string {
  const matches = ledger.list({state: 'failed', limit: 1_000_000}).filter(({id}) => id.startsWith(prefix))
  const [match] = matches
  if (match && matches.length === 1 && prefix.length >= MIN_PREFIX) return match.id
  const reason = match
    ? 'matches several ids, or is too short'
    : 'is not the id of an input that was set aside'
  throw new CommandFailure(EXIT.failed, `${prefix} ${reason}; copydesk status lists them`)
}

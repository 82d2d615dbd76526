import {fileURLToPath} from 'node:url'
import {Command} from 'commander'
import {CommandFailure, EXIT} from '../../ingest/cli/commands/exit-status.ts'
import type {Io} from '../../ingest/cli/commands/io.ts'
import {loadEnvironment, readSettings, SettingsError} from '../../ingest/intake/settings.ts'
import {loadTokens} from '../../lake/guard/index.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** The command `token`. */
export function tokenCommand(io: Io): Command {
  return new Command('token')
    .description(
      'Print a token of the embedded Content Lake: that of the editor, which may write, or that of the viewer.',
    )
    .option('--viewer', 'print the token that may only read')
    .action(({viewer}: {viewer?: true}) => {
      try {
        loadEnvironment(ROOT)
        const {dataDirectory} = readSettings(process.env, ROOT)
        const tokens = loadTokens(dataDirectory)
        io.stdout.write(`${viewer ? tokens.viewer : tokens.editor}\n`)
      } catch (error) {
        if (error instanceof SettingsError)
          throw new CommandFailure(EXIT.failed, error.message, {cause: error})
        throw error
      }
    })
}

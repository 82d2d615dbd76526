/** The pipeline's commands as one program. */
import {Command, CommanderError} from 'commander'
import {CommandFailure, EXIT, type ExitStatus} from './commands/exit-status.ts'
import {ingestCommand} from './commands/ingest.ts'
import type {Io} from './commands/io.ts'
import {parseCommand} from './commands/parse.ts'
import {reparseCommand} from './commands/reparse.ts'
import {retryCommand} from './commands/retry.ts'
import {statusCommand} from './commands/status.ts'
import {watchCommand} from './commands/watch.ts'

/** The program with all commands of the pipeline. */
export function createProgram(io: Io): Command {
  return new Command('copydesk')
    .description('Turns raw article scrapes into structured, reviewable content in Sanity.')
    .addCommand(parseCommand(io))
    .addCommand(ingestCommand(io))
    .addCommand(reparseCommand(io))
    .addCommand(watchCommand(io))
    .addCommand(statusCommand(io))
    .addCommand(retryCommand(io))
}

/**
 * Run a program with the arguments of the process, or with `argv` (without node and script). Returns the exit status
 * and never exits itself.
 */
export async function runProgram(
  program: Command,
  io: Io,
  argv = process.argv.slice(2),
): Promise<ExitStatus> {
  attach(program, io)
  try {
    await program.parseAsync(argv, {from: 'user'})
    return EXIT.done
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage
    if (error instanceof CommandFailure) {
      if (error.message) io.stderr.write(`copydesk: ${error.message}\n`)
      return error.status
    }
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error)
    io.stderr.write(`copydesk: an unexpected error; please report it.\n${reason}\n`)
    return EXIT.failed
  }
}

/** Make every command throw usage errors, and write to the given streams. */
function attach(command: Command, io: Io): void {
  command.exitOverride().showHelpAfterError('(add --help for what it takes)')
  command.configureOutput({
    writeOut: (text) => void io.stdout.write(text),
    writeErr: (text) => void io.stderr.write(text),
  })
  for (const child of command.commands) attach(child, io)
}

#!/usr/bin/env -S node --disable-warning=ExperimentalWarning
/** The `copydesk` command: the pipeline's commands, and `serve` and `token`, which need every part. */
import {createProgram, runProgram} from '../ingest/cli/cli.ts'
import {EXIT} from '../ingest/cli/commands/exit-status.ts'
import {processIo} from '../ingest/cli/commands/io.ts'
import {serveCommand} from './commands/serve.ts'
import {tokenCommand} from './commands/token.ts'

// A reader that closes its end (`copydesk … | head`) is not an error and stops no work in progress.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
}

const io = processIo()
const status = await runProgram(
  createProgram(io).addCommand(serveCommand(io)).addCommand(tokenCommand(io)),
  io,
)
process.exitCode = status
// Interrupted while something was still being opened, so there is nothing to wait for.
if (status === EXIT.interrupted) process.exit()

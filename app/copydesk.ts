#!/usr/bin/env -S node --disable-warning=ExperimentalWarning
/** The `copydesk` command: the pipeline's commands, and `serve` and `token`, which need every part. */
import {createProgram, runProgram} from '../ingest/cli.ts'
import {processIo} from '../ingest/commands/io.ts'
import {serveCommand} from './commands/serve.ts'
import {tokenCommand} from './commands/token.ts'

const io = processIo()
process.exitCode = await runProgram(createProgram(io).addCommand(serveCommand(io)).addCommand(tokenCommand(io)), io)

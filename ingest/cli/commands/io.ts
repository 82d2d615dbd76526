/** The streams and environment of a command, passed in so that tests need no process. */
import {fstatSync} from 'node:fs'
import {Readable, type Writable} from 'node:stream'
import {InputError} from '../../parse/errors.ts'

/** The streams and environment of a command. */
export interface Io {
  stdin: Readable
  /** Data only. */
  stdout: Writable
  /** Progress and messages. */
  stderr: Writable
  env: Readonly<Record<string, string | undefined>>
  /** Whether stdout is a terminal. */
  isTTY: boolean
  /** Whether stderr is a terminal. */
  isErrorTTY: boolean
  /** Width of the terminal, if there is one. */
  columns: number | undefined
}

/** The streams and environment of this process. */
export function processIo(): Io {
  return {
    stdin: standardInput(),
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    isTTY: process.stdout.isTTY === true,
    isErrorTTY: process.stderr.isTTY === true,
    columns: process.stdout.columns,
  }
}

/** Standard input. For a folder, Node returns an empty stream, which would look like empty input, so this one fails. */
function standardInput(): Readable {
  if (!fstatSync(0).isDirectory()) return process.stdin
  const error = new InputError(
    'directory',
    'Standard input is a folder, not a file. Name a file: < rows.ndjson',
  )
  return new Readable({
    read: function () {
      this.destroy(error)
    },
  })
}

/** Write to a stream, and wait while its buffer is full. Also resolves if the reader has closed it. */
export async function write(stream: Writable, data: string | Uint8Array): Promise<void> {
  if (stream.write(data) || stream.destroyed) return
  await new Promise<void>((resolve) => {
    const done = () => {
      stream.off('drain', done)
      stream.off('close', done)
      resolve()
    }
    stream.once('drain', done)
    stream.once('close', done)
  })
}

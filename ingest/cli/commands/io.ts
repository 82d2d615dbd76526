/** What a command talks to, passed in, so that tests need no process. */
import {fstatSync} from 'node:fs'
import {Readable, type Writable} from 'node:stream'
import {InputError} from '../../parse/errors.ts'

export interface Io {
  stdin: Readable
  /** Data only. */
  stdout: Writable
  /** Progress and messages. */
  stderr: Writable
  env: Readonly<Record<string, string | undefined>>
  /** Whether a person reads stdout. */
  isTTY: boolean
  /** Whether a person reads stderr. */
  isErrorTTY: boolean
  /** Columns of the terminal, where there is one. */
  columns: number | undefined
}

/** Those of the running process. */
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

/** Node gives an empty stream for a folder, which would look like input without a row. */
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

/** Write, and wait where the reader is slower than we are. Resolves as well when the reader has gone. */
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

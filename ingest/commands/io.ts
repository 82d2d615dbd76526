/** What a command talks to, passed in, so that tests need no process. */
import type {Readable, Writable} from 'node:stream'

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
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    isTTY: process.stdout.isTTY === true,
    isErrorTTY: process.stderr.isTTY === true,
    columns: process.stdout.columns,
  }
}

/** Write, and wait where the reader is slower than we are. Resolves as well when the reader has gone. */
export async function write(stream: Writable, text: string): Promise<void> {
  if (stream.write(text) || stream.destroyed) return
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

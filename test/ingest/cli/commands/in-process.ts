/** The command without a process of its own: quicker, for everything that does not need one. */
import {PassThrough, Readable} from 'node:stream'
import {createProgram, runProgram} from '../../../../ingest/cli/cli.ts'
import type {Ended} from './process.ts'

export async function inProcess(
  args: string[],
  {env = {}, stdin = ''}: {env?: Record<string, string>; stdin?: string} = {},
): Promise<Ended> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()]
  const texts = Promise.all([textOf(stdout), textOf(stderr)])
  const io = {
    stdin: Readable.from([Buffer.from(stdin)]),
    stdout,
    stderr,
    env,
    isTTY: false,
    isErrorTTY: false,
    columns: undefined,
  }
  const status = await runProgram(createProgram(io), io, args)
  stdout.end()
  stderr.end()
  const [out, error] = await texts
  return {status, stdout: out, stderr: error}
}

async function textOf(stream: Readable): Promise<string> {
  const parts: string[] = []
  for await (const part of stream) parts.push(String(part))
  return parts.join('')
}

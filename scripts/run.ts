import {spawn} from 'node:child_process'
import {fileURLToPath} from 'node:url'

/** Root of the checkout, with a trailing slash. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** The result of a command. */
export interface Ran {
  /** Exit status; 1 if the command could not be started or was killed. */
  status: number
  /** Its output: both streams in order of arrival. */
  output: string
}

/** Run a command in the root of the checkout. `echo` also prints its output as it arrives. */
export function run(
  command: string,
  args: readonly string[],
  options: {echo?: boolean; input?: string} = {},
): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {cwd: ROOT, stdio: ['pipe', 'pipe', 'pipe'], env: process.env})
    const chunks: Buffer[] = []
    const collect = (stream: NodeJS.WriteStream) => (chunk: Buffer) => {
      chunks.push(chunk)
      if (options.echo) stream.write(chunk)
    }
    child.stdout.on('data', collect(process.stdout))
    child.stderr.on('data', collect(process.stderr))
    child.on('error', (error) =>
      resolve({status: 1, output: `${command} could not be started: ${error.message}`}),
    )
    child.on('close', (code) => resolve({status: code ?? 1, output: Buffer.concat(chunks).toString('utf8')}))
    child.stdin.end(options.input ?? '')
  })
}

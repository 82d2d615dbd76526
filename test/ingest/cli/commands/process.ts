/** The command as users run it: a process of its own. */
import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {fileURLToPath} from 'node:url'

const BIN = fileURLToPath(new URL('../../../../app/copydesk.ts', import.meta.url))

export interface Ended {
  status: number | null
  stdout: string
  stderr: string
}

export interface RunOptions {
  cwd: string
  env?: Record<string, string>
  stdin?: string
  /** Called with the process once it has started. */
  onStart?: (kill: (signal: NodeJS.Signals) => void) => void
}

export async function copydesk(args: string[], {cwd, env, stdin, onStart}: RunOptions): Promise<Ended> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', BIN, ...args], {
    cwd,
    env: {
      ...process.env,
      // Whatever the machine or a `.env` in the checkout says.
      SANITY_PROJECT_ID: '',
      SANITY_DATASET: '',
      SANITY_TOKEN: '',
      SANITY_API_HOST: '',
      NO_COLOR: '1',
      COPYDESK_DATA: `${cwd}/data`,
      COPYDESK_INBOX: `${cwd}/inbox`,
      ...env,
    },
  })
  child.stdin.on('error', () => undefined)
  child.stdin.end(stdin ?? '')
  const [stdout, stderr]: [string[], string[]] = [[], []]
  child.stdout.on('data', (text) => stdout.push(String(text)))
  child.stderr.on('data', (text) => stderr.push(String(text)))
  onStart?.((signal) => child.kill(signal))
  await once(child, 'close')
  return {status: child.exitCode, stdout: stdout.join(''), stderr: stderr.join('')}
}

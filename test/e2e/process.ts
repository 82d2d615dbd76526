/** The product as an operator runs it: separate processes on real ports, with a data folder of their own. */
import {type ChildProcess, spawn} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {createServer} from 'node:net'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {createClient, type SanityClient} from '@sanity/client'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const NODE = ['--disable-warning=ExperimentalWarning', 'app/copydesk.ts']

/** A port that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}

export interface Place {
  port: number
  sitePort: number
  data: string
}

/** Environment of a process that works in this place and knows nothing of the machine's own settings. */
function environment({port, sitePort, data}: Place): NodeJS.ProcessEnv {
  const {PATH, HOME} = process.env
  return {
    PATH,
    HOME,
    NO_COLOR: '1',
    COPYDESK_PORT: String(port),
    COPYDESK_SITE_PORT: String(sitePort),
    COPYDESK_DATA: data,
    COPYDESK_INBOX: join(data, 'inbox'),
  }
}

export interface Running {
  child: ChildProcess
  /** Everything it printed so far. */
  output: () => string
  /** Its exit status, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals>
}

/** Starts `copydesk ARGS…`. */
export function copydesk(place: Place, args: readonly string[]): Running {
  const child = spawn(process.execPath, [...NODE, ...args], {
    cwd: ROOT,
    env: environment(place),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')))
  const ended = new Promise<number | NodeJS.Signals>((resolve) => {
    child.on('close', (code, signal) => resolve(signal ?? code ?? 1))
  })
  return {child, output: () => output, ended}
}

/** Starts the server and waits for its ready line. */
export async function startServer(place: Place, args: readonly string[] = ['--no-sample']): Promise<Running> {
  const running = copydesk(place, ['serve', ...args])
  await until(() => {
    if (running.child.exitCode !== null)
      throw new Error(`The server ended before it was ready:\n${running.output()}`)
    return /\bready\b/i.test(running.output())
  })
  return running
}

/** Waits until a condition holds. */
export async function until(condition: () => boolean | Promise<boolean>, timeoutMs = 60_000): Promise<void> {
  const end = performance.now() + timeoutMs
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`Still not so after ${timeoutMs} ms: ${condition}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** The unmodified client on a server's lake, as an editor. */
export function editorClient({port, data}: Place): SanityClient {
  const tokens = JSON.parse(readFileSync(join(data, 'tokens.json'), 'utf8')) as {editor: string}
  return createClient({
    projectId: 'local',
    dataset: 'production',
    apiHost: `http://127.0.0.1:${port}`,
    useProjectHostname: false,
    useCdn: false,
    apiVersion: '2025-02-19',
    token: tokens.editor,
    perspective: 'raw',
  })
}

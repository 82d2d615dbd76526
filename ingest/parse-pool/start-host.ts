/** Starting a parsing process, and telling why one ended. */
import {type ChildProcess, fork} from 'node:child_process'
import type {Fault} from './host.ts'
import type {ParseReply, ParseRequest} from './worker.ts'

export interface HostOptions {
  /** Module that its thread runs. */
  worker: URL
  /** Megabytes that the old generation of its thread's heap may hold. */
  maxOldGenerationSizeMb: number
  onReply(reply: ParseReply): void
  /** Once, when it ends without being told to. */
  onEnd(end: End): void
}

export interface End {
  reason: 'out-of-memory' | 'fault'
  /** What the process, or its thread, said or did. */
  message: string
}

export interface Host {
  send(request: ParseRequest): void
  /** Whether it keeps our process alive. */
  hold(held: boolean): void
  kill(): Promise<void>
}

/** Characters kept of what a process prints, of which the last lines tell why it ended. */
const TAIL = 8192

const OUT_OF_MEMORY = /\bheap out of memory\b|\bheap limit\b|\bOOM\b/i

/** Start a process that parses; it is ready at once, requests wait for it. */
export function startHost({worker, maxOldGenerationSizeMb, onReply, onEnd}: HostOptions): Host {
  const path = new URL('./host.ts', import.meta.url)
  const child = fork(path, [worker.href, String(maxOldGenerationSizeMb)], {
    // Structured clones rather than JSON: bytes stay bytes.
    serialization: 'advanced',
    // None of our own flags: an inspector's port would clash. One thread uses one core: V8's helper threads collect garbage
    // and compile on other cores, where the other parsing threads work, and cost a tenth more in all.
    execArgv: ['--single-threaded'],
    // None of our own settings: hostile input meets no secret.
    env: minimalEnv(),
    // Standard output carries data for whoever called us, so what a parser prints never goes there.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // In a group of its own: Ctrl-C is for us, who let inputs under way end in order.
    detached: true,
  })
  let ended = false
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      printed = (printed + text).slice(-TAIL)
    })
  }
  const end = (why: End): void => {
    if (ended) return
    ended = true
    onEnd(why)
  }
  child.on('message', (reply: ParseReply | Fault) => {
    if (!('fault' in reply)) return onReply(reply)
    const {code, message} = reply.fault
    end({reason: code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'out-of-memory' : 'fault', message})
  })
  child.on('error', (error) => end({reason: 'fault', message: error.message}))
  // `close` rather than `exit`: by then all that was printed has been read.
  child.on('close', (status, signal) => end(whyEnded(status, signal, printed)))
  const hold = (held: boolean): void => {
    for (const handle of [child, child.channel, ...streamsOf(child)]) held ? handle?.ref() : handle?.unref()
  }
  return {
    hold,
    send(request) {
      // What cannot be sent was sent to a process that ended, which says so itself.
      child.send(request, () => undefined)
    },
    async kill() {
      ended = true
      if (child.exitCode !== null || child.signalCode !== null) return
      hold(true)
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGKILL')
      await gone
    },
  }
}

/** Windows needs to be told where it is; a parser needs nothing. */
const minimalEnv = (): NodeJS.ProcessEnv =>
  process.env.SystemRoot === undefined ? {} : {SystemRoot: process.env.SystemRoot}

/** Pipes of a child are sockets, which the types do not say. */
const streamsOf = ({stdout, stderr}: ChildProcess): {ref(): void; unref(): void}[] =>
  [stdout, stderr].filter((stream) => stream !== null && 'unref' in stream) as unknown as {
    ref(): void
    unref(): void
  }[]

function whyEnded(status: number | null, signal: NodeJS.Signals | null, printed: string): End {
  const how = signal ? `was ended by ${signal}` : `ended with status ${status}`
  // The kernel ends by SIGKILL what takes the machine's last memory; so do we, but then nobody asks why.
  if (OUT_OF_MEMORY.test(printed) || signal === 'SIGKILL')
    return {reason: 'out-of-memory', message: `its process ${how}`}
  const last = printed.trimEnd().split('\n').at(-1)
  return {reason: 'fault', message: `its process ${how}${last ? `: ${last}` : ''}`}
}

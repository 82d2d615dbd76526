/** Start a parsing process, and find out why one ended. */
import {type ChildProcess, fork} from 'node:child_process'
import type {Fault} from './host.ts'
import type {ParseReply, ParseRequest} from './worker.ts'

/** What a parsing process runs, and who receives its replies. */
export interface HostOptions {
  /** Module that its thread runs. */
  worker: URL
  /** Size limit of the old generation of its thread's heap, in megabytes. */
  maxOldGenerationSizeMb: number
  onReply(reply: ParseReply): void
  /** Called once if it ends without `kill`. */
  onEnd(end: End): void
}

/** Why a parsing process ended. */
export interface End {
  reason: 'out-of-memory' | 'fault'
  /** The error of the process or its thread. */
  message: string
}

/** A parsing process. */
export interface Host {
  send(request: ParseRequest): void
  /** Set whether it keeps our process alive. */
  hold(held: boolean): void
  kill(): Promise<void>
}

/** Characters of output to keep: the last lines show why the process ended. */
const TAIL = 8192

const OUT_OF_MEMORY = /\bheap out of memory\b|\bheap limit\b|\bOOM\b/i

/** Start a parsing process. Requests can be sent at once and wait until it is ready. */
export function startHost({worker, maxOldGenerationSizeMb, onReply, onEnd}: HostOptions): Host {
  const path = new URL('./host.ts', import.meta.url)
  const child = fork(path, [worker.href, String(maxOldGenerationSizeMb)], {
    // Structured clones and not JSON, so that bytes stay bytes.
    serialization: 'advanced',
    // None of our own flags: an inspector's port would clash. One thread uses one core: V8's helper threads collect garbage
    // and compile on other cores, where the other parsing threads work, and cost a tenth more in all.
    execArgv: ['--single-threaded'],
    // None of our own settings: hostile input meets no secret.
    env: minimalEnv(),
    // Our standard output is for data, so output of a parser never goes there.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // In its own process group, so that Ctrl-C only reaches us, and inputs in progress can finish.
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
  // `close` and not `exit`: by then all output was read.
  child.on('close', (status, signal) => end(whyEnded(status, signal, printed)))
  const hold = (held: boolean): void => {
    for (const handle of [child, child.channel, ...streamsOf(child)]) held ? handle?.ref() : handle?.unref()
  }
  return {
    hold,
    send(request) {
      // Sending only fails if the process has ended, which is reported below.
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

/** The parser needs no variables; Windows needs its own folder. */
const minimalEnv = (): NodeJS.ProcessEnv =>
  process.env.SystemRoot === undefined ? {} : {SystemRoot: process.env.SystemRoot}

/** The pipes of a child are sockets, although the types do not say so. */
const streamsOf = ({stdout, stderr}: ChildProcess): {ref(): void; unref(): void}[] =>
  [stdout, stderr].filter((stream) => stream !== null && 'unref' in stream) as unknown as {
    ref(): void
    unref(): void
  }[]

function whyEnded(status: number | null, signal: NodeJS.Signals | null, printed: string): End {
  const how = signal ? `was ended by ${signal}` : `ended with status ${status}`
  // The kernel sends SIGKILL to a process that takes the last memory. So does `kill`, but then the reason is not
  // needed.
  if (OUT_OF_MEMORY.test(printed) || signal === 'SIGKILL')
    return {reason: 'out-of-memory', message: `its process ${how}`}
  const last = printed.trimEnd().split('\n').at(-1)
  return {reason: 'fault', message: `its process ${how}${last ? `: ${last}` : ''}`}
}

/**
 * Parse on worker threads, each in its own process and with limits on time and memory. A hostile input only costs its
 * own thread and process, which are replaced.
 */
import {InputError} from '../parse/errors.ts'
import type {ParseOptions} from '../parse/parse.ts'
import type {Profile} from '../parse/profile/profile.ts'
import type {ParseResult, Scrape} from '../parse/types.ts'
import {type End, type Host, startHost} from './start-host.ts'
import type {ParsedJson, ParseReply, ParseRequest} from './worker.ts'

export type {ParsedJson} from './worker.ts'

/** The size and limits of a pool, and how it parses. */
export interface ParsePoolOptions extends ParseOptions {
  /** Most threads; they are started when needed. */
  size: number
  /** Time limit of an input, in milliseconds. */
  timeoutMs: number
  /** Size limit of the old generation of a thread's heap, in megabytes. */
  maxOldGenerationSizeMb: number
  /** Module that threads run; for tests. */
  worker?: URL
}

/** Parsing threads. */
export interface ParsePool {
  /** Parse a scrape. Rejects with {@link InputError}, also with the codes `timeout` and `out-of-memory`. */
  parse(scrape: Scrape, profile?: Profile): Promise<ParseResult>
  /**
   * Parse a scrape to only its article and findings, as JSON, which is the cheapest form to pass on. Rejects as `parse`
   * does.
   */
  parseToJson(scrape: Scrape): Promise<ParsedJson>
  /** End all threads; inputs in progress are dropped. */
  close(): Promise<void>
}

interface Job {
  request: ParseRequest
  resolve(reply: ParseReply): void
  reject(error: Error): void
}

interface Thread {
  host: Host
  job: Job | undefined
  timer: NodeJS.Timeout | undefined
}

const WORKER = new URL('./worker.ts', import.meta.url)

/** Create a pool without threads. */
export function createParsePool(options: ParsePoolOptions): ParsePool {
  const {size, timeoutMs, maxOldGenerationSizeMb, worker = WORKER, ...parseOptions} = options
  const threads = new Set<Thread>()
  const waiting: Job[] = []
  let closed = false

  function start(): Thread {
    const host = startHost({
      worker,
      maxOldGenerationSizeMb,
      onReply(reply) {
        release(thread)?.resolve(reply)
        next()
      },
      onEnd: (end) => retire(thread, reasonOf(thread, end, maxOldGenerationSizeMb)),
    })
    const thread: Thread = {host, job: undefined, timer: undefined}
    threads.add(thread)
    return thread
  }

  function retire(thread: Thread, error: InputError): void {
    if (!threads.delete(thread)) return
    release(thread)?.reject(error)
    next()
  }

  function next(): void {
    if (closed || waiting.length === 0) return
    const idle = [...threads].find((thread) => !thread.job)
    if (!idle && threads.size >= size) return
    const thread = idle ?? start()
    const job = waiting.shift()
    if (!job) return
    give(thread, job, timeoutMs, () => retire(thread, timedOut(job, timeoutMs)))
    next()
  }

  function ask(scrape: Scrape, as: ParseRequest['as'], profile?: Profile): Promise<ParseReply> {
    return new Promise((resolve, reject) => {
      if (closed) return reject(new Error('Expected an open pool: `parse` was called after `close`'))
      const request = {scrape, options: {...parseOptions, ...(profile && {profile})}, as}
      waiting.push({request, resolve, reject})
      next()
    })
  }

  return {
    parse: async (scrape, profile) => resultOf(await ask(scrape, 'result', profile)),
    parseToJson: async (scrape) => parsedOf(await ask(scrape, 'json')),
    async close() {
      closed = true
      for (const job of waiting.splice(0)) drop(job)
      const all = [...threads]
      threads.clear()
      await Promise.all(all.map(end))
    },
  }
}

/** Give a job to an idle thread, which is killed when the time is up. */
function give(thread: Thread, job: Job, timeoutMs: number, onTimeout: () => void): void {
  thread.job = job
  thread.host.hold(true)
  thread.timer = setTimeout(() => {
    onTimeout()
    void thread.host.kill()
  }, timeoutMs)
  thread.host.send(job.request)
}

/** Take a finished job from its thread. */
function release(thread: Thread): Job | undefined {
  const {job, timer} = thread
  clearTimeout(timer)
  thread.job = undefined
  thread.timer = undefined
  // An idle thread does not keep the process alive.
  thread.host.hold(false)
  return job
}

function timedOut({request}: Job, timeoutMs: number): InputError {
  return new InputError(
    'timeout',
    `${request.scrape.origin} was not parsed within ${timeoutMs / 1000} s. Give the article alone, or raise COPYDESK_PARSE_TIMEOUT_MS.`,
  )
}

/** Why a thread ended, as the error of its job. */
function reasonOf({job}: Thread, {reason, message}: End, limitMb: number): InputError {
  const origin = job?.request.scrape.origin
  if (reason === 'out-of-memory') {
    return new InputError(
      'out-of-memory',
      `${origin} needs more than the ${limitMb} MB that parsing may use. Give the article alone, or raise COPYDESK_PARSE_MEMORY_MB.`,
    )
  }
  return new InputError(
    'internal',
    `${origin} made the parser fail: ${message}; please report it with the input.`,
  )
}

/** End the thread, and drop its job. */
async function end(thread: Thread): Promise<void> {
  const job = release(thread)
  if (job) drop(job)
  await thread.host.kill()
}

const resultOf = (reply: ParseReply): ParseResult => ('result' in reply ? reply.result : fail(reply))
const parsedOf = (reply: ParseReply): ParsedJson => ('parsed' in reply ? reply.parsed : fail(reply))

/** Throw the reason that a thread returned instead of a result. */
function fail(reply: ParseReply): never {
  if ('error' in reply) throw new InputError(reply.error.code, reply.error.message)
  throw new Error('Expected the parsing thread to answer in the form that it was asked for')
}

function drop({request, reject}: Job): void {
  reject(new Error(`${request.scrape.origin} was dropped, since the pool closed`))
}

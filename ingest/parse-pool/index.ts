/**
 * Parsing on worker threads, each in a process of its own and with a cap on time and memory: a hostile input costs its own
 * thread and process, which are replaced, and nothing else.
 */
import {InputError} from '../parse/errors.ts'
import type {ParseOptions} from '../parse/parse.ts'
import type {Profile} from '../parse/profile/profile.ts'
import type {ParseResult, Scrape} from '../parse/types.ts'
import {type End, type Host, startHost} from './start-host.ts'
import type {ParseRequest} from './worker.ts'

export interface ParsePoolOptions extends ParseOptions {
  /** Threads; started as they are needed. */
  size: number
  /** Milliseconds that one input may take. */
  timeoutMs: number
  /** Megabytes that the old generation of one thread's heap may hold. */
  maxOldGenerationSizeMb: number
  /** Module that a thread runs; for tests. */
  worker?: URL
}

export interface ParsePool {
  /** Rejects with {@link InputError}, `timeout` and `out-of-memory` among its codes. */
  parse(scrape: Scrape, profile?: Profile): Promise<ParseResult>
  /** Inputs under way are dropped. */
  close(): Promise<void>
}

interface Job {
  scrape: Scrape
  profile: Profile | undefined
  resolve(result: ParseResult): void
  reject(error: Error): void
}

interface Thread {
  host: Host
  job: Job | undefined
  timer: NodeJS.Timeout | undefined
}

export function createParsePool(options: ParsePoolOptions): ParsePool {
  const {size, timeoutMs, maxOldGenerationSizeMb, worker: module, ...parseOptions} = options
  const worker = module ?? new URL('./worker.ts', import.meta.url)
  const threads = new Set<Thread>()
  const waiting: Job[] = []
  let closed = false

  function start(): Thread {
    const host = startHost({
      worker,
      maxOldGenerationSizeMb,
      onReply(reply) {
        const job = release(thread)
        if (job && 'result' in reply) job.resolve(reply.result)
        else if (job && 'error' in reply) job.reject(new InputError(reply.error.code, reply.error.message))
        next()
      },
      onEnd: (end) => retire(thread, reasonOf(thread, end)),
    })
    const thread: Thread = {host, job: undefined, timer: undefined}
    threads.add(thread)
    return thread
  }

  function reasonOf({job}: Thread, {reason, message}: End): InputError {
    const origin = job?.scrape.origin
    if (reason === 'out-of-memory') {
      return new InputError(
        'out-of-memory',
        `${origin} needs more than the ${maxOldGenerationSizeMb} MB that parsing may use. Give the article alone, or raise COPYDESK_PARSE_MEMORY_MB.`,
      )
    }
    return new InputError(
      'internal',
      `${origin} made the parser fail: ${message}; please report it with the input.`,
    )
  }

  /** Take the job from a thread that is done with it. */
  function release(thread: Thread): Job | undefined {
    const {job, timer} = thread
    clearTimeout(timer)
    thread.job = undefined
    thread.timer = undefined
    // An idle thread does not keep the process alive.
    thread.host.hold(false)
    return job
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
    thread.job = job
    thread.host.hold(true)
    thread.timer = setTimeout(() => {
      const message = `${job.scrape.origin} was not parsed within ${timeoutMs / 1000} s. Give the article alone, or raise COPYDESK_PARSE_TIMEOUT_MS.`
      retire(thread, new InputError('timeout', message))
      void thread.host.kill()
    }, timeoutMs)
    const {scrape, profile} = job
    const request = {scrape, options: {...parseOptions, ...(profile && {profile})}} satisfies ParseRequest
    thread.host.send(request)
    next()
  }

  return {
    parse(scrape, profile) {
      return new Promise((resolve, reject) => {
        if (closed) return reject(new Error('Expected an open pool: `parse` was called after `close`'))
        waiting.push({scrape, profile, resolve, reject})
        next()
      })
    },
    async close() {
      closed = true
      const all = [...threads]
      for (const {scrape, reject} of waiting.splice(0))
        reject(new Error(`${scrape.origin} was dropped: the pool closed`))
      await Promise.all(
        all.map(async (thread) => {
          threads.delete(thread)
          const job = release(thread)
          job?.reject(new Error(`${job.scrape.origin} was dropped: the pool closed`))
          await thread.host.kill()
        }),
      )
    },
  }
}

/**
 * Parsing on worker threads, each with a cap on time and memory: a hostile input costs its own thread, which is
 * replaced, and nothing else.
 */
import {Worker} from 'node:worker_threads'
import {InputError} from './errors.ts'
import type {ParseOptions} from './parse.ts'
import type {ParseReply, ParseRequest} from './parse-worker.ts'
import type {Profile} from './profile/profile.ts'
import type {ParseResult, Scrape} from './types.ts'

export interface ParsePoolOptions extends ParseOptions {
  /** Threads; started as they are needed. */
  size: number
  /** Milliseconds that one input may take. */
  timeoutMs: number
  /** Memory of one thread. */
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
  worker: Worker
  job: Job | undefined
  timer: NodeJS.Timeout | undefined
}

export function createParsePool(options: ParsePoolOptions): ParsePool {
  const {size, timeoutMs, maxOldGenerationSizeMb, worker: module, ...parseOptions} = options
  const url = module ?? new URL('./parse-worker.ts', import.meta.url)
  const threads = new Set<Thread>()
  const waiting: Job[] = []
  let closed = false

  function start(): Thread {
    const worker = new Worker(url, {resourceLimits: {maxOldGenerationSizeMb}})
    const thread: Thread = {worker, job: undefined, timer: undefined}
    threads.add(thread)
    worker.on('message', (reply: ParseReply) => {
      const job = release(thread)
      if (job && 'result' in reply) job.resolve(reply.result)
      else if (job && 'error' in reply) job.reject(new InputError(reply.error.code, reply.error.message))
      next()
    })
    worker.on('error', (error: Error & {code?: string}) => retire(thread, reasonOf(thread, error)))
    worker.on('exit', (status) => {
      const origin = thread.job?.scrape.origin
      retire(
        thread,
        new InputError('internal', `${origin} ended its parsing thread with status ${status}; try it again.`),
      )
    })
    return thread
  }

  function reasonOf({job}: Thread, error: Error & {code?: string}): InputError {
    const origin = job?.scrape.origin
    if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
      const message = `${origin} needs more than the ${maxOldGenerationSizeMb} MB that parsing may use. Give the article alone, or raise COPYDESK_PARSE_MEMORY_MB.`
      return new InputError('out-of-memory', message, {cause: error})
    }
    return new InputError('internal', `${origin} made the parser fail: ${error.message}; please report it.`, {
      cause: error,
    })
  }

  /** Take the job from a thread that is done with it. */
  function release(thread: Thread): Job | undefined {
    const {job, timer} = thread
    clearTimeout(timer)
    thread.job = undefined
    thread.timer = undefined
    // An idle thread does not keep the process alive.
    thread.worker.unref()
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
    thread.worker.ref()
    thread.timer = setTimeout(() => {
      const message = `${job.scrape.origin} was not parsed within ${timeoutMs / 1000} s. Give the article alone, or raise COPYDESK_PARSE_TIMEOUT_MS.`
      retire(thread, new InputError('timeout', message))
      void thread.worker.terminate()
    }, timeoutMs)
    const {scrape, profile} = job
    const request = {scrape, options: {...parseOptions, ...(profile && {profile})}} satisfies ParseRequest
    thread.worker.postMessage(request)
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
          await thread.worker.terminate()
        }),
      )
    },
  }
}

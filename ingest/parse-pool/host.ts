/**
 * Body of a parsing process: it runs one parsing thread, passes requests and replies on, and ends with its parent.
 *
 * The thread has the memory limit. Usually V8 ends only a thread that reaches its limit, but if the thread fills memory
 * too fast, V8 aborts the whole process, so this must not be the server's process. The main thread stays free, so that
 * it notices at once when the parent is gone, and no hanging parser stays behind.
 */
import {Worker} from 'node:worker_threads'

/** How a thread failed. */
export interface Fault {
  fault: {code?: string; message: string}
}

const [module = '', memoryMb = ''] = process.argv.slice(2)
const thread = new Worker(new URL(module), {
  // The engine's own default, given since a thread's differs: a smaller young generation takes a tenth more time.
  resourceLimits: {maxOldGenerationSizeMb: Number(memoryMb), maxYoungGenerationSizeMb: 48},
})

const give = (reply: unknown, then?: () => void): void => {
  // Sending to a parent that is gone fails; `disconnect` follows.
  process.send?.(reply, undefined, undefined, () => then?.())
}

const fail = (fault: Fault['fault']): void => give({fault} satisfies Fault, () => process.exit(1))

process.on('disconnect', () => process.exit())
process.on('message', (request) => thread.postMessage(request))
thread.on('message', (reply) => give(reply))
thread.on('error', (error: Error & {code?: string}) =>
  fail({message: error.message, ...(error.code && {code: error.code})}),
)
thread.on('exit', (status) => fail({message: `its thread ended with status ${status}`}))

/**
 * Body of a parsing process: it runs one parsing thread, hands requests in and replies out, and ends with its parent.
 *
 * The thread has the memory cap. Mostly the engine ends a thread that reaches its cap, and that thread alone; but where the thread
 * fills memory faster than it can be stopped, the engine aborts the process, which is why that process is not the server's.
 * This main thread stays free while the other one works, so that it notices at once when the parent is gone: a parser that
 * hangs is left behind by nobody.
 */
import {Worker} from 'node:worker_threads'

/** What became of a thread that ended. */
export interface Fault {
  fault: {code?: string; message: string}
}

const [module = '', memoryMb = ''] = process.argv.slice(2)
const thread = new Worker(new URL(module), {
  // The engine's own default, given since a thread's differs: a smaller young generation takes a tenth more time.
  resourceLimits: {maxOldGenerationSizeMb: Number(memoryMb), maxYoungGenerationSizeMb: 48},
})

const give = (reply: unknown, then?: () => void): void => {
  // A parent that is gone takes nothing more: `disconnect` follows.
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

/** A parsing thread that does what the body of its input says, in place of parsing. */
import {parentPort} from 'node:worker_threads'
import type {ParseReply, ParseRequest} from '../../../ingest/parse-pool/worker.ts'

function answer(body: string): string {
  if (body === 'pid') return String(process.pid)
  if (body === 'env') return Object.keys(process.env).join()
  return body
}

parentPort?.on('message', ({scrape}: ParseRequest) => {
  const body = Buffer.from(scrape.bytes).toString()
  if (body === 'hang') for (;;) Math.random()
  if (body === 'end') process.exit(7)
  if (body === 'abort') process.kill(process.pid, 'SIGABRT')
  if (body === 'throw') throw new Error('something is wrong')
  if (body === 'hoard') for (const hoard: unknown[] = []; ; ) hoard.push(new Array(1000).fill(hoard.length))
  const reply: ParseReply = {
    result: {
      article: {title: answer(body), body: []},
      findings: [],
      blockSources: [],
      partition: [],
      source: body,
      charset: 'utf-8',
    },
  }
  parentPort?.postMessage(reply)
})

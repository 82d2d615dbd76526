/** A process that parses what it is sent and answers with the processor time; the parent ends it when it does not answer. */

import {InputError} from '../../ingest/parse/errors.ts'
import {parseScrape} from '../../ingest/parse/parse.ts'
import {type Hostile, textOf} from '../../test/cost/units/index.ts'

export interface Job {
  hostile: Hostile
  size: number
}

export interface Answer {
  /** Milliseconds of processor time. */
  cost: number
  /** What was thrown, other than an InputError. */
  error?: string
}

function measure({hostile, size}: Job): Answer {
  const bytes = Buffer.from(textOf(hostile, size))
  const start = process.cpuUsage()
  const error = parse(bytes)
  const {user, system} = process.cpuUsage(start)
  return {cost: (user + system) / 1000, ...(error !== undefined && {error})}
}

function parse(bytes: Uint8Array): string | undefined {
  try {
    parseScrape({bytes, origin: 'hostile', contentType: 'text/html; charset=utf-8'})
    return undefined
  } catch (error) {
    if (error instanceof InputError) return undefined
    return error instanceof Error ? (error.stack ?? error.message) : String(error)
  }
}

// What runs first pays for the compiler and for tables that are built once.
for (const unit of ['<p>Warm words.</p>', '<li>One ', 'a | b\n', '&amp;lt;p&gt; “x” '])
  measure({hostile: {parts: [unit], start: 'fragment'}, size: 20_000})

process.on('message', (job: Job) => process.send?.(measure(job)))
process.send?.('ready')

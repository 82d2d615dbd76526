/**
 * `copydesk parse --ndjson`: rows in, rows out, one for one and in order. Memory is bounded: rows are read as fast as
 * they are parsed and printed.
 */

import {type Line, readLines} from '../../intake/read/lines.ts'
import {type Provenance, parseObject, scrapeOfRow} from '../../intake/read/scrape-row.ts'
import {InputError} from '../../parse/errors.ts'
import type {ParseResult, Scrape} from '../../parse/types.ts'
import {type Io, write} from './io.ts'

export interface ParseRowsOptions {
  parse(scrape: Scrape): Promise<ParseResult>
  /** Rows parsed at a time. */
  concurrency: number
  maxBytes: number
  /** For rows that do not say it themselves. */
  provenance: Provenance
}

/** What the MIME Sniffing standard calls a type that nobody has said. */
const UNKNOWN_TYPE = 'unknown/unknown'

/** Rows that may wait, parsed, for a slow one before them. */
const MOST_WAITING = 64

export async function parseRows(io: Io, options: ParseRowsOptions): Promise<void> {
  /** Rows in order, each a promise of its text. */
  const rows: Promise<string>[] = []
  const running = new Set<Promise<unknown>>()
  // A body in base64 is a third longer than its bytes; one with escapes may be longer still.
  for await (const line of readLines(io.stdin, options.maxBytes * 2 + 10_000)) {
    if (io.stdout.destroyed) return
    while (running.size >= options.concurrency) await Promise.race(running)
    const row = parseLine(line, options).then((value) => `${JSON.stringify(value)}\n`)
    rows.push(row)
    const settled = row.finally(() => running.delete(settled))
    running.add(settled)
    while (rows.length > MOST_WAITING) await printFirst(rows, io)
  }
  while (rows.length > 0) await printFirst(rows, io)
}

async function printFirst(rows: Promise<string>[], io: Io): Promise<void> {
  const text = await rows.shift()
  if (text !== undefined) await write(io.stdout, text)
}

type Id = string | number

type Row =
  | {id: Id; article: ParseResult['article']; findings: ParseResult['findings']; ms: number}
  | {id: Id; error: {code: string; message: string}}

async function parseLine(line: Line, options: ParseRowsOptions): Promise<Row> {
  const name = `line ${line.number}`
  let id: Id = line.number
  try {
    if ('isTooLong' in line) {
      throw new InputError(
        'too-large',
        `${name} is longer than any input of ${options.maxBytes} bytes could be. Raise --max-bytes.`,
      )
    }
    const row = parseObject(line.text, name)
    id = idOf(row) ?? id
    const scrape = scrapeOf(row, name, options.provenance)
    const start = performance.now()
    const {article, findings} = await options.parse(scrape)
    return {id, article, findings, ms: Math.round((performance.now() - start) * 100) / 100}
  } catch (error) {
    if (error instanceof InputError) return {id, error: {code: error.code, message: error.message}}
    throw error
  }
}

function idOf(row: object): Id | undefined {
  const id: unknown = Object.hasOwn(row, 'id') ? Reflect.get(row, 'id') : undefined
  return typeof id === 'string' || typeof id === 'number' ? id : undefined
}

function scrapeOf(row: object, name: string, provenance: Provenance): Scrape {
  const scrape = {...provenance, ...scrapeOfRow(row, name, name)}
  const isText = !('bodyBase64' in row) || row.bodyBase64 === undefined || row.bodyBase64 === null
  if (!isText) return scrape
  // A body given as text is decoded already: what the server said of its bytes no longer holds.
  const type = scrape.contentType?.replace(/;.*/s, '') ?? UNKNOWN_TYPE
  return {...scrape, contentType: `${type}; charset=utf-8`}
}

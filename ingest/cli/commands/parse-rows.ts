/**
 * `copydesk parse --ndjson`: one row out for each row in, in order. Memory is bounded: rows are read as fast as they are
 * parsed and printed.
 */

import {type Line, readLines} from '../../intake/read/lines.ts'
import {type Provenance, parseObject, scrapeOfRow} from '../../intake/read/scrape-row.ts'
import {InputError} from '../../parse/errors.ts'
import type {Scrape} from '../../parse/types.ts'
import type {ParsedJson} from '../../parse-pool/index.ts'
import {type Io, write} from './io.ts'

/** How rows are parsed. */
export interface ParseRowsOptions {
  /** Parse one scrape. Rejects with {@link InputError} where it holds no article. */
  parse(scrape: Scrape): Promise<ParsedJson>
  /** Parsing threads. Twice as many rows are in progress, so that a thread finds the next one ready. */
  threads: number
  /** Largest input, in bytes. */
  maxBytes: number
  /** For rows that do not give their own. */
  provenance: Provenance
}

/** What the MIME Sniffing standard calls an unknown content type. */
const UNKNOWN_TYPE = 'unknown/unknown'

/** Rows that may wait, parsed, for a slow one before them. */
const MAX_WAITING = 64

/** Read rows from standard input and print a row for each. Rejects when parsing fails for another reason than the input. */
export async function parseRows(io: Io, options: ParseRowsOptions): Promise<void> {
  const parsing = new Set<Promise<unknown>>()
  /** Rows in order, each a promise that it and those before it are printed. */
  const printing: Promise<void>[] = []
  // A body in base64 is a third longer than its bytes; one with escapes may be longer still.
  for await (const line of readLines(io.stdin, options.maxBytes * 2 + 10_000)) {
    if (io.stdout.destroyed) return
    while (parsing.size >= options.threads * 2) await Promise.race(parsing)
    const row = parseLine(line, options)
    const parsed = row.finally(() => parsing.delete(parsed))
    parsing.add(parsed)
    printing.push(printAfter(printing.at(-1), row, io))
    // Where one fails, awaiting it throws; the others then reject as well, and nobody waits for them.
    for (const promise of [parsed, printing.at(-1)]) promise?.catch(() => undefined)
    while (printing.length > MAX_WAITING) await printing.shift()
  }
  await Promise.all(printing)
}

async function printAfter(
  previous: Promise<void> | undefined,
  row: Promise<Uint8Array>,
  io: Io,
): Promise<void> {
  await previous
  await write(io.stdout, await row)
}

type Id = string | number

/** The row for a line, as bytes of NDJSON: `{id, article, findings, ms}`, or `{id, error: {code, message}}`. */
async function parseLine(line: Line, options: ParseRowsOptions): Promise<Uint8Array> {
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
    return rowOf(id, await options.parse(scrape))
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    const {code, message} = error
    return Buffer.from(`${JSON.stringify({id, error: {code, message}})}\n`)
  }
}

/** The members of the parsed object between `id` and `ms`. Its text is not read again: it may be megabytes. */
function rowOf(id: Id, {json, ms}: ParsedJson): Uint8Array {
  const members = json.subarray(1, -1)
  const rounded = Math.round(ms * 100) / 100
  return Buffer.concat([
    Buffer.from(`{"id":${JSON.stringify(id)},`),
    members,
    Buffer.from(`,"ms":${rounded}}\n`),
  ])
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

/**
 * Station 1: scrapes from paths. Inputs are read one at a time, and an input that cannot be read does not stop the
 * next.
 */
import {createReadStream} from 'node:fs'
import {readdir, readFile, stat} from 'node:fs/promises'
import {basename, dirname, join} from 'node:path'
import {InputError} from '../../parse/errors.ts'
import type {Scrape} from '../../parse/types.ts'
import {
  isHidden,
  isJson,
  isKnown,
  isRows,
  isSidecarAmong,
  KNOWN_EXTENSIONS,
  sidecarsOf,
} from './file-names.ts'
import {readLines} from './lines.ts'
import {
  isJsonDocument,
  type Provenance,
  parseObject,
  parseValue,
  provenanceOf,
  requireObject,
  scrapeOfRow,
} from './scrape-row.ts'

/** One input: a scrape, or why there is none. `name` is a path, or a path and a line. */
export type Input = {name: string; scrape: Scrape} | {name: string; error: InputError}

/** JSON is always UTF-8 (RFC 8259, section 8.1). */
const JSON_TYPE = 'application/json; charset=utf-8'

/** How inputs are read. */
export interface ReadOptions {
  /** Largest input, in bytes. */
  maxBytes: number
  /** The stream that `-` names. */
  stdin?: AsyncIterable<Uint8Array>
  /** Whether stdin contains rows. */
  stdinRows?: boolean
  /** What the caller knows about the inputs; fields of a sidecar or row win. */
  provenance?: Provenance
}

/** Inputs of files, folders (recursively, in order of names) and `-` (stdin). Input errors are yielded, not thrown. */
export async function* readInputs(paths: readonly string[], options: ReadOptions): AsyncGenerator<Input> {
  for (const path of paths) {
    if (path === '-') yield* readStdin(options)
    else yield* readPath(path, options)
  }
}

async function* readPath(path: string, options: ReadOptions): AsyncGenerator<Input> {
  const found = await attempt(path, () => stat(path))
  if ('error' in found) yield found
  else if (!found.value.isDirectory()) yield* readFileInputs(path, options)
  else {
    let isEmpty = true
    for await (const input of readFolder(path, options)) {
      isEmpty = false
      yield input
    }
    if (isEmpty)
      yield failed(path, 'directory', `${path} is a folder without inputs (${KNOWN_EXTENSIONS.join(', ')})`)
  }
}

/** Inputs of a folder, depth first. Hidden files are skipped, and so are links to folders, which may form a cycle. */
async function* readFolder(folder: string, options: ReadOptions): AsyncGenerator<Input> {
  const listed = await attempt(folder, () => readdir(folder, {withFileTypes: true}))
  if ('error' in listed) {
    yield listed
    return
  }
  for (const entry of listed.value.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name)
    if (isHidden(entry.name)) continue
    if (entry.isDirectory()) yield* readFolder(path, options)
    else if (isKnown(path)) yield* readFileInputs(path, options)
  }
}

/** Inputs of one file: one scrape, or one for each row. */
export async function* readFileInputs(path: string, options: ReadOptions): AsyncGenerator<Input> {
  if (isRows(path)) {
    const opened = await attempt(path, () => stat(path))
    if ('error' in opened) yield opened
    else yield* readRows(path, createReadStream(path), options)
    return
  }
  if (isJson(path)) {
    const names = await readdir(dirname(path))
    // A shell's `*` includes sidecars.
    if (isSidecarAmong(basename(path), new Set(names))) return
  }
  yield await attemptInput(path, () => readScrape(path, options))
}

/** The scrape of a file and its sidecar. Throws {@link InputError}. */
async function readScrape(path: string, {maxBytes, provenance}: ReadOptions): Promise<Scrape> {
  const found = await stat(path)
  if (found.size > maxBytes) throw tooLarge(path, found.size, maxBytes)
  // A pipe or a device has no size and may never end.
  const bytes = found.isFile() ? await readFile(path) : await readAll(createReadStream(path), path, maxBytes)
  if (bytes.length === 0) throw new InputError('empty', `${path} is empty; scrape the page again`)
  if (isJson(path)) {
    const value = parseValue(bytes.toString('utf8'), path)
    if (!isJsonDocument(value)) return scrapeOfRow(requireObject(value, path), path, path)
    return {contentType: JSON_TYPE, ...provenance, ...(await readSidecar(path)), bytes, origin: path}
  }
  return {...provenance, ...(await readSidecar(path)), bytes, origin: path}
}

/** The contents of a sidecar: `NAME.json` with `{url, fetchedAt, contentType}`. */
async function readSidecar(path: string): Promise<Provenance> {
  for (const sidecar of sidecarsOf(path)) {
    // A JSON document is no sidecar of its own.
    if (sidecar === path) continue
    const text = await readFile(sidecar, 'utf8').catch((error: unknown) => {
      if (isMissing(error)) return undefined
      throw error
    })
    if (text !== undefined) return provenanceOf(parseObject(text, sidecar))
  }
  return {}
}

async function* readStdin(options: ReadOptions): AsyncGenerator<Input> {
  const {stdin, maxBytes, provenance} = options
  if (!stdin) {
    yield failed('stdin', 'unreadable', 'There is no stdin to read `-` from; name a file')
  } else if (options.stdinRows) {
    yield* readRows('stdin', stdin, options)
  } else {
    yield await attemptInput('stdin', async () => {
      const bytes = await readAll(stdin, 'stdin', maxBytes)
      if (bytes.length === 0)
        throw new InputError('empty', 'stdin is empty; pipe a page into it, or name a file')
      return {...provenance, bytes, origin: 'stdin'}
    })
  }
}

/** Read a stream to its end. Throws {@link InputError} `too-large` beyond the limit. */
async function readAll(stream: AsyncIterable<Uint8Array>, name: string, maxBytes: number): Promise<Buffer> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    size += chunk.length
    if (size > maxBytes) throw tooLarge(name, size, maxBytes)
    parts.push(chunk)
  }
  return Buffer.concat(parts, size)
}

/** Scrapes of NDJSON. A row may be a third longer than an input, because of base64. */
async function* readRows(
  name: string,
  stream: AsyncIterable<Uint8Array>,
  {maxBytes, provenance}: ReadOptions,
): AsyncGenerator<Input> {
  try {
    for await (const line of readLines(stream, Math.ceil(maxBytes * 1.4) + 10_000)) {
      const origin = `${name}:${line.number}`
      yield await attemptInput(origin, async () => {
        if ('isTooLong' in line) throw tooLarge(origin, undefined, maxBytes)
        const scrape = scrapeOfRow(parseObject(line.text, origin), origin, origin)
        if (scrape.bytes.length > maxBytes) throw tooLarge(origin, scrape.bytes.length, maxBytes)
        if (scrape.bytes.length === 0) throw new InputError('empty', `${origin} has an empty body`)
        return {...provenance, ...scrape}
      })
    }
  } catch (error) {
    yield {name, error: asInputError(name, error)}
  }
}

function tooLarge(name: string, size: number | undefined, maxBytes: number): InputError {
  const length = size === undefined ? 'longer than' : `at least ${size} bytes, more than`
  return new InputError(
    'too-large',
    `${name} is ${length} the ${maxBytes} bytes allowed; split it, or raise COPYDESK_MAX_BYTES`,
  )
}

async function attempt<T>(
  name: string,
  step: () => Promise<T>,
): Promise<{value: T} | {name: string; error: InputError}> {
  try {
    return {value: await step()}
  } catch (error) {
    return {name, error: asInputError(name, error)}
  }
}

async function attemptInput(name: string, step: () => Promise<Scrape>): Promise<Input> {
  const result = await attempt(name, step)
  return 'error' in result ? result : {name, scrape: result.value}
}

function failed(name: string, code: InputError['code'], message: string): Input {
  return {name, error: new InputError(code, message)}
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
}

/** An error of the file system as an input error. */
function asInputError(name: string, error: unknown): InputError {
  if (error instanceof InputError) return error
  if (isMissing(error)) {
    return new InputError('not-found', `${name} does not exist; check the path`, {cause: error})
  }
  const reason = error instanceof Error ? error.message : String(error)
  return new InputError('unreadable', `Cannot read ${name}: ${reason}; check its permissions`, {cause: error})
}

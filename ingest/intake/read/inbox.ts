/**
 * The inbox: a folder that scrapers write files to. A file is accepted when it has stopped growing. Once its outcome is
 * known, it is moved to `done/`, or to `failed/` with the reason beside it. Until then it stays, so that it is found
 * after a restart; its bytes are known by then, so it does not become a second article.
 */
import {mkdir, readdir, stat, writeFile} from 'node:fs/promises'
import {basename, dirname, join, relative} from 'node:path'
import type {Scrape} from '../../parse/types.ts'
import {eachEntry} from './entries.ts'
import {isHidden, isJson, isSidecarAmong, isUnfinished, sidecarsOf} from './file-names.ts'
import {readFileInputs} from './inputs.ts'
import {moveAside} from './move-aside.ts'

/** The outcome of an accepted input: done, or why it failed. */
export type Fate = 'pending' | 'done' | {code: string; message: string}

/** The folder, and how its files are accepted. */
export interface InboxOptions {
  folder: string
  maxBytes: number
  /** Accept a scrape durably; returns its id for `fate`. */
  accept(scrape: Scrape): Promise<string>
  fate(id: string): Fate
  log: {
    info(fields: object, message: string): void
    error(fields: object, message: string): void
  }
  /** Milliseconds between scans; a file that two scans find unchanged has stopped growing. */
  intervalMs?: number
}

/** A watched inbox. */
export interface Inbox {
  /** Scan once; resolves when every file was handled as far as possible now. */
  look(): Promise<void>
  /** Number of files in the inbox. */
  pending(): number
  stop(): Promise<void>
}

type Failure = {name: string; code: string; message: string}

interface Seen {
  size: number
  mtimeMs: number
  /** Set once accepted. */
  ids?: {name: string; id: string}[]
  failures?: Failure[]
}

/** How long a `.json` file without its page counts as a sidecar whose page is still to come, in milliseconds. */
const SIDECAR_WAITS_MS = 60_000

/** A folder that is watched, and its files as last seen. */
interface Watched extends InboxOptions {
  done: string
  failed: string
  seen: Map<string, Seen>
}

/** Start to watch an inbox; its folders are created. */
export async function watchInbox(options: InboxOptions): Promise<Inbox> {
  const {folder, log, intervalMs = 1000} = options
  const watched = {...options, done: join(folder, 'done'), failed: join(folder, 'failed'), seen: new Map()}
  await mkdir(watched.done, {recursive: true})
  await mkdir(watched.failed, {recursive: true})
  const stopping = new AbortController()
  let looking: Promise<void> | undefined
  const once = (): Promise<void> => {
    looking ??= look(watched, stopping.signal).finally(() => {
      looking = undefined
    })
    return looking
  }
  const timer = setInterval(() => {
    once().catch((error: unknown) => {
      log.error({folder}, `Cannot read the inbox: ${messageOf(error)}`)
    })
  }, intervalMs)
  return {
    look: once,
    pending: () => watched.seen.size,
    async stop() {
      stopping.abort()
      clearInterval(timer)
      await looking
    },
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** Visit every file once. One that cannot be processed does not stop the next. */
async function look(watched: Watched, signal: AbortSignal): Promise<void> {
  const {folder, done, failed, seen, log} = watched
  const paths = await filesUnder(folder, [done, failed])
  for (const path of [...seen.keys()]) if (!paths.includes(path)) seen.delete(path)
  for (const path of paths) {
    if (signal.aborted) return
    try {
      await visit(watched, path)
    } catch (error) {
      log.error({path}, `Could not process ${path}: ${messageOf(error)}`)
    }
  }
}

async function visit(watched: Watched, path: string): Promise<void> {
  const {size, mtimeMs} = await stat(path)
  const before = watched.seen.get(path)
  if (!before || before.size !== size || before.mtimeMs !== mtimeMs) {
    watched.seen.set(path, {size, mtimeMs})
    return
  }
  // A sidecar may arrive before its page.
  if (isJson(path) && Date.now() - mtimeMs < SIDECAR_WAITS_MS) return
  if (!before.ids) Object.assign(before, await acceptFile(watched, path))
  await moveIfSettled(watched, path, before)
}

async function acceptFile(
  {folder, maxBytes, accept}: Watched,
  path: string,
): Promise<Required<Pick<Seen, 'ids' | 'failures'>>> {
  const ids: {name: string; id: string}[] = []
  const failures: Failure[] = []
  // The path within the inbox, so that it does not depend on where the inbox is.
  const originOf = (name: string) => `inbox/${relative(folder, name)}`
  for await (const input of eachEntry(readFileInputs(path, {maxBytes}))) {
    const {name} = input
    if ('error' in input) failures.push({name, code: input.error.code, message: input.error.message})
    else ids.push({name, id: await accept({...input.scrape, origin: originOf(name)})})
  }
  return {ids, failures}
}

async function moveIfSettled(watched: Watched, path: string, {ids = [], failures = []}: Seen): Promise<void> {
  const {folder, log} = watched
  const fates = ids.map(({name, id}) => ({name, fate: watched.fate(id)}))
  if (fates.some(({fate}) => fate === 'pending')) return
  const reasons = [...failures]
  for (const {name, fate} of fates) if (typeof fate === 'object') reasons.push({name, ...fate})
  const fate = reasons.length > 0 ? watched.failed : watched.done
  // Looked up first, since a sidecar is found by its file.
  const sidecar = await findSidecar(path)
  const target = await moveAside(path, fate, relative(folder, path))
  watched.seen.delete(path)
  if (sidecar !== undefined) await moveAside(sidecar, fate, `${relative(fate, target)}.json`)
  if (reasons.length > 0) {
    const text = reasons.map(({name, code, message}) => `${relative(folder, name)}: ${code}: ${message}\n`)
    await writeFile(`${target}.reason.txt`, text.join(''))
    log.error({path, target}, `Moved ${path} to ${target}: ${reasons[0]?.message}`)
  } else log.info({path, target}, `Moved ${path} to ${target}`)
}

/** Files below a folder that may be inputs, without paths in `leaveOut` and sidecars of existing files. */
async function filesUnder(folder: string, leaveOut: readonly string[]): Promise<string[]> {
  const entries = await readdir(folder, {withFileTypes: true})
  const names = new Set(entries.map(({name}) => name))
  const found: string[] = []
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name)
    if (isHidden(entry.name) || isUnfinished(entry.name) || leaveOut.includes(path)) continue
    if (entry.isDirectory()) found.push(...(await filesUnder(path, [])))
    else if (entry.isFile() && !(isJson(path) && isSidecarAmong(entry.name, names))) found.push(path)
  }
  return found
}

async function findSidecar(path: string): Promise<string | undefined> {
  const names = await readdir(dirname(path))
  return sidecarsOf(path).find((sidecar) => sidecar !== path && names.includes(basename(sidecar)))
}

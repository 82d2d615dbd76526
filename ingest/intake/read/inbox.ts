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

/** Start to watch an inbox; its folders are created. */
export async function watchInbox(options: InboxOptions): Promise<Inbox> {
  const {folder, log, intervalMs = 1000} = options
  const [done, failed] = [join(folder, 'done'), join(folder, 'failed')]
  await mkdir(done, {recursive: true})
  await mkdir(failed, {recursive: true})
  const seen = new Map<string, Seen>()
  let looking: Promise<void> | undefined
  let isStopped = false

  async function look(): Promise<void> {
    const paths = await filesUnder(folder, [done, failed])
    for (const path of [...seen.keys()]) if (!paths.includes(path)) seen.delete(path)
    for (const path of paths) {
      if (isStopped) return
      try {
        await visit(path)
      } catch (error) {
        log.error(
          {path},
          `Could not process ${path}: ${error instanceof Error ? error.message : String(error)}`,
        )
      }
    }
  }

  async function visit(path: string): Promise<void> {
    const {size, mtimeMs} = await stat(path)
    const before = seen.get(path)
    if (!before || before.size !== size || before.mtimeMs !== mtimeMs) {
      seen.set(path, {size, mtimeMs})
      return
    }
    // A sidecar may arrive before its page.
    if (isJson(path) && Date.now() - mtimeMs < SIDECAR_WAITS_MS) return
    if (!before.ids) Object.assign(before, await acceptFile(path))
    await moveIfSettled(path, before)
  }

  async function acceptFile(path: string): Promise<Required<Pick<Seen, 'ids' | 'failures'>>> {
    const ids: {name: string; id: string}[] = []
    const failures: Failure[] = []
    for await (const input of eachEntry(readFileInputs(path, {maxBytes: options.maxBytes}))) {
      if ('error' in input)
        failures.push({name: input.name, code: input.error.code, message: input.error.message})
      else
        ids.push({
          name: input.name,
          id: await options.accept({...input.scrape, origin: originOf(input.name)}),
        })
    }
    return {ids, failures}
  }

  /** The path within the inbox, so that it does not depend on where the inbox is. */
  const originOf = (name: string) => `inbox/${relative(folder, name)}`

  async function moveIfSettled(path: string, {ids = [], failures = []}: Seen): Promise<void> {
    const fates = ids.map(({name, id}) => ({name, fate: options.fate(id)}))
    if (fates.some(({fate}) => fate === 'pending')) return
    const reasons = [...failures]
    for (const {name, fate} of fates) if (typeof fate === 'object') reasons.push({name, ...fate})
    const fate = reasons.length > 0 ? failed : done
    // Looked up first, since a sidecar is found by its file.
    const sidecar = await findSidecar(path)
    const target = await moveAside(path, fate, relative(folder, path))
    seen.delete(path)
    if (sidecar !== undefined) await moveAside(sidecar, fate, `${relative(fate, target)}.json`)
    if (reasons.length > 0) {
      const text = reasons.map(({name, code, message}) => `${relative(folder, name)}: ${code}: ${message}\n`)
      await writeFile(`${target}.reason.txt`, text.join(''))
      log.error({path, target}, `Moved ${path} to ${target}: ${reasons[0]?.message}`)
    } else log.info({path, target}, `Moved ${path} to ${target}`)
  }

  const once = (): Promise<void> => {
    looking ??= look().finally(() => {
      looking = undefined
    })
    return looking
  }
  const timer = setInterval(() => {
    once().catch((error: unknown) => {
      log.error({folder}, `Cannot read the inbox: ${error instanceof Error ? error.message : String(error)}`)
    })
  }, intervalMs)

  return {
    look: once,
    pending: () => seen.size,
    async stop() {
      isStopped = true
      clearInterval(timer)
      await looking
    },
  }
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

import {randomUUID} from 'node:crypto'
import {access, mkdir, open, readdir, readFile, rename, rm, stat} from 'node:fs/promises'
import {join} from 'node:path'

/** Raw bytes of scrapes, one file for each, named by their hash: `<directory>/ab/abcdef…`. */
export interface ByteStore {
  /** Store bytes. When it resolves, the file and its name are on disk. */
  put(hash: string, bytes: Uint8Array): Promise<void>
  get(hash: string): Promise<Uint8Array>
}

/** Age at which unfinished files of a crash are removed, in milliseconds: by then no process still writes them. */
const LEFTOVER_AFTER_MS = 3_600_000

/**
 * Open a byte store; its folder is created, and remnants of crashes are removed. `now` returns milliseconds since the
 * epoch.
 */
export async function openByteStore(directory: string, now: () => number): Promise<ByteStore> {
  const unfinished = join(directory, 'unfinished')
  await mkdir(unfinished, {recursive: true})
  for (const name of await readdir(unfinished)) {
    const path = join(unfinished, name)
    if ((await stat(path)).mtimeMs < now() - LEFTOVER_AFTER_MS) await rm(path, {force: true})
  }
  const pathOf = (hash: string) => join(directory, hash.slice(0, 2), hash)

  return {
    async put(hash, bytes) {
      const path = pathOf(hash)
      if (await exists(path)) return
      const folder = join(directory, hash.slice(0, 2))
      if ((await mkdir(folder, {recursive: true})) !== undefined) await sync(directory)
      const temporary = join(unfinished, randomUUID())
      const file = await open(temporary, 'wx', 0o600)
      try {
        await file.writeFile(bytes)
        await file.sync()
      } finally {
        await file.close()
      }
      // A rename is atomic, so a name never points to a partial file.
      await rename(temporary, path)
      await sync(folder)
    },
    get: (hash) => readFile(pathOf(hash)),
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}

/** Flush a folder: a new name is on disk only once its folder is. */
async function sync(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

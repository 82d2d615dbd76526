import {link, mkdir, rename, unlink, writeFile} from 'node:fs/promises'
import {dirname, extname, join} from 'node:path'

/** Most names that are tried. */
const MAX_NAMES = 10_000

/**
 * Move a file to `name` below `folder` (`name` may contain folders); if that exists, to `NAME-2.EXT`, and so on. An
 * existing file is never replaced. Returns the new path.
 */
export async function moveAside(path: string, folder: string, name: string): Promise<string> {
  for (let attempt = 1; attempt <= MAX_NAMES; attempt += 1) {
    const target = join(folder, numbered(name, attempt))
    await mkdir(dirname(target), {recursive: true})
    try {
      // A link fails if the name exists, where a rename would replace the file.
      await link(path, target)
    } catch (error) {
      if (codeOf(error) === 'EEXIST') continue
      if (codeOf(error) === 'ENOENT') throw error
      // Without hard links: the time between checking and moving is short, and only one process moves files.
      await writeFile(target, '', {flag: 'wx'}).catch((taken: unknown) => {
        if (codeOf(taken) !== 'EEXIST') throw taken
        throw new Error(`${target} appeared while ${path} was moved; the move is retried`, {cause: taken})
      })
      await rename(path, target)
      return target
    }
    await unlink(path)
    return target
  }
  throw new Error(`${folder} already has ${MAX_NAMES} files named ${name}; move them away`)
}

function numbered(name: string, attempt: number): string {
  if (attempt === 1) return name
  const extension = extname(name)
  return `${extension ? name.slice(0, -extension.length) : name}-${attempt}${extension}`
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}

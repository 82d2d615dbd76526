import {link, mkdir, rename, unlink, writeFile} from 'node:fs/promises'
import {dirname, extname, join} from 'node:path'

/** Names tried before giving up on a crowded folder. */
const MOST_NAMES = 10_000

/**
 * Move a file under `folder`, keeping `name` (which may hold folders); where that is taken, `NAME-2.EXT`, and so on. An
 * existing file is never replaced. Gives the new path.
 */
export async function moveAside(path: string, folder: string, name: string): Promise<string> {
  for (let attempt = 1; attempt <= MOST_NAMES; attempt += 1) {
    const target = join(folder, numbered(name, attempt))
    await mkdir(dirname(target), {recursive: true})
    try {
      // A link fails where a rename would replace.
      await link(path, target)
    } catch (error) {
      if (codeOf(error) === 'EEXIST') continue
      if (codeOf(error) === 'ENOENT') throw error
      // A file system without hard links: the gap between looking and moving is small, and there is one mover.
      await writeFile(target, '', {flag: 'wx'}).catch((taken: unknown) => {
        if (codeOf(taken) !== 'EEXIST') throw taken
        throw new Error(`${target} appeared while ${path} was moved; it is tried again`, {cause: taken})
      })
      await rename(path, target)
      return target
    }
    await unlink(path)
    return target
  }
  throw new Error(`${folder} holds ${MOST_NAMES} files named ${name}; move them away`)
}

function numbered(name: string, attempt: number): string {
  if (attempt === 1) return name
  const extension = extname(name)
  return `${extension ? name.slice(0, -extension.length) : name}-${attempt}${extension}`
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}

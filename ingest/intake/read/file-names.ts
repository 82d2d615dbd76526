import {basename, extname} from 'node:path'

/** Files that a folder is searched for. A file named by itself is taken whatever its extension. */
const EXTENSIONS = ['.html', '.htm', '.xhtml', '.shtml', '.txt', '.text', '.md', '.markdown']
const ROW_EXTENSIONS = ['.ndjson', '.jsonl']
/** Names under which programs keep files that they have not finished. */
const UNFINISHED = /\.(?:part|partial|tmp|temp|crdownload|download|swp)$|~$/i
/** The ledger keeps raw bytes under their hash. */
const HASH = /^[0-9a-f]{64}$/

export const KNOWN_EXTENSIONS: readonly string[] = [...EXTENSIONS, ...ROW_EXTENSIONS]

export const isRows = (path: string): boolean => ROW_EXTENSIONS.includes(extname(path).toLowerCase())
export const isJson = (path: string): boolean => extname(path).toLowerCase() === '.json'
export const isHidden = (name: string): boolean => name.startsWith('.')
export const isUnfinished = (name: string): boolean => UNFINISHED.test(name)

/** Whether a file found in a folder is an input. */
export function isKnown(path: string): boolean {
  return KNOWN_EXTENSIONS.includes(extname(path).toLowerCase()) || HASH.test(basename(path))
}

/** Where the sidecar of a file may be: `NAME.json` with the whole name, or with its extension replaced. */
export function sidecarsOf(path: string): string[] {
  const extension = extname(path)
  return extension ? [`${path}.json`, `${path.slice(0, -extension.length)}.json`] : [`${path}.json`]
}

/** Names that the file of a sidecar may have, within its folder. */
export function isSidecarAmong(name: string, names: ReadonlySet<string>): boolean {
  const stem = name.slice(0, -'.json'.length)
  if (names.has(stem)) return true
  return [...names].some(
    (other) => other !== name && !isJson(other) && other.slice(0, -extname(other).length) === stem,
  )
}

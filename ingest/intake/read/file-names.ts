import {basename, extname} from 'node:path'

/** Extensions of files that are read from a folder. A file that is named itself may have any extension. */
const EXTENSIONS = ['.html', '.htm', '.xhtml', '.shtml', '.txt', '.text', '.md', '.markdown']
const ROW_EXTENSIONS = ['.ndjson', '.jsonl']
/** Names that programs give to unfinished files. */
const UNFINISHED = /\.(?:part|partial|tmp|temp|crdownload|download|swp)$|~$/i
/** The ledger names files of raw bytes by their hash. */
const HASH = /^[0-9a-f]{64}$/

/** Extensions of all files that are read from a folder, with the dot. */
export const KNOWN_EXTENSIONS: readonly string[] = [...EXTENSIONS, ...ROW_EXTENSIONS]

/** Whether a file contains rows (NDJSON), by its extension. */
export const isRows = (path: string): boolean => ROW_EXTENSIONS.includes(extname(path).toLowerCase())
/** Whether a file is JSON, by its extension. */
export const isJson = (path: string): boolean => extname(path).toLowerCase() === '.json'
/** Whether a file name is hidden. */
export const isHidden = (name: string): boolean => name.startsWith('.')
/** Whether a file name is that of an unfinished file. */
export const isUnfinished = (name: string): boolean => UNFINISHED.test(name)

/** Whether a file found in a folder is an input. */
export function isKnown(path: string): boolean {
  return KNOWN_EXTENSIONS.includes(extname(path).toLowerCase()) || HASH.test(basename(path))
}

/**
 * Paths of possible sidecars of a file: the whole name with `.json` added, or with its extension replaced by `.json`.
 */
export function sidecarsOf(path: string): string[] {
  const extension = extname(path)
  return extension ? [`${path}.json`, `${path.slice(0, -extension.length)}.json`] : [`${path}.json`]
}

/** Names that the file of a sidecar may have. */
export function isSidecarAmong(name: string, names: ReadonlySet<string>): boolean {
  const stem = name.slice(0, -'.json'.length)
  if (names.has(stem)) return true
  return [...names].some(
    (other) => other !== name && !isJson(other) && other.slice(0, -extname(other).length) === stem,
  )
}

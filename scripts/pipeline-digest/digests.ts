/** Digests of the pipeline's output for each fixture. */
import {createHash} from 'node:crypto'
import {globSync, readFileSync} from 'node:fs'
import {InputError} from '../../ingest/parse/errors.ts'
import {parseScrape} from '../../ingest/parse/parse.ts'

/** The digests that are committed with the version. */
export interface Digests {
  version: string
  /** Whether articles of this version exist outside: its outputs are then fixed. */
  released: boolean
  /** By the name of the fixture. */
  outputs: Readonly<Record<string, string>>
}

/** The file of the committed digests. */
export const DIGESTS = new URL('../../ingest/store/draft/pipeline-digests.json', import.meta.url)

const fixtures = new URL('../../test/fixtures/', import.meta.url)

/** Read the committed digests. */
export const committedDigests = (): Digests => JSON.parse(readFileSync(DIGESTS, 'utf8'))

/** Articles, findings, places of blocks and partitions; of a fixture that is refused, the reason. */
export function digestsOfFixtures(): Record<string, string> {
  const files = globSync('*/input.*', {cwd: fixtures}).toSorted()
  return Object.fromEntries(
    files.map((file) => {
      const name = file.split(/[/\\]/)[0] ?? file
      return [name, digestOf(outputOf(name, readFileSync(new URL(file, fixtures))))]
    }),
  )
}

function outputOf(name: string, bytes: Uint8Array): unknown {
  try {
    const {source: _, ...output} = parseScrape({bytes, origin: name, url: 'https://example.com/story'})
    return output
  } catch (error) {
    if (error instanceof InputError) return {code: error.code, message: error.message}
    throw error
  }
}

/** The same for equal values, in whatever order their keys were set. */
const digestOf = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(sorted(value)))
    .digest('hex')
    .slice(0, 16)

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, one]) => [key, sorted(one)]))
}

/** Names of fixtures whose output differs, that are new, or that are gone. */
export const changesSince = (
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((name) => before[name] !== after[name])
    .toSorted()

/** Whether outputs may differ from the committed ones: of another version, or of one that is not released yet. */
export const mayChange = (committed: Pick<Digests, 'version' | 'released'>, version: string): boolean =>
  committed.version !== version || !committed.released

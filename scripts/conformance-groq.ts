/**
 * Run the lake's queries against the GROQ test suite (sanity-io/groq-test-suite), with its documents in a real store.
 *
 * It needs the folder `../shared/corpora`, which is not in this repository: `node scripts/conformance-groq.ts [--all]
 * [FILE]`; `--all` prints every failure, not only ten for each feature.
 */
import {readFileSync} from 'node:fs'
import {zstdDecompressSync} from 'node:zlib'
import {evaluate, parse, toJS} from 'groq-js'
import {runQuery} from '../lake/query/run.ts'
import {type Database, openDatabase} from '../lake/store/database.ts'
import {documentStore} from '../lake/store/documents.ts'
import type {SanityDocument} from '../lake/types.ts'

interface DatasetRow {
  _type: 'dataset'
  _id: string
  documents?: Record<string, unknown>[]
}

interface TestRow {
  _type: 'test'
  _id: string
  name: string
  query: string
  valid: boolean
  version?: string
  features: string[]
  params: Record<string, unknown> | null
  dataset: {_ref: string} | null
  result: unknown
  filename: string
}

const args = process.argv.slice(2)
const file =
  args.find((arg) => !arg.startsWith('--')) ??
  new URL('../../shared/corpora/groq-suite.ndjson.zst', import.meta.url)
const most = args.includes('--all') ? Number.POSITIVE_INFINITY : 10

let rows: (DatasetRow | TestRow)[]
try {
  const lines = zstdDecompressSync(readFileSync(file)).toString().split('\n')
  rows = lines.filter(Boolean).map((line) => JSON.parse(line) as DatasetRow | TestRow)
} catch (error) {
  console.error(
    `Cannot read the suite in ${String(file)}: ${(error as Error).message}\nGive its path as an argument.`,
  )
  process.exit(2)
}

const database = openDatabase(':memory:')
const store = documentStore(database)
for (const row of rows) if (row._type === 'dataset') database.transaction(() => load(database, row))

/** Documents of the suite are stored unchanged, although some have no id or revision. */
function load(target: Database, {_id: dataset, documents = []}: DatasetRow): void {
  for (const [index, document] of documents.entries()) {
    const filled = {
      _id: `id-${index}`,
      _type: '',
      _rev: '',
      _createdAt: '',
      _updatedAt: '',
      ...document,
    } as SanityDocument
    store.write(dataset, filled)
    target.run(
      'UPDATE documents SET content = jsonb(?) WHERE dataset = ? AND id = ?',
      JSON.stringify(document),
      dataset,
      filled._id,
    )
  }
}

/** Compare as the suite does: numbers within rounding, keys in any order. */
function same(a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number')
    return a === b || Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b))
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  const [left, right] = [Object.entries(a), b as Record<string, unknown>]
  return (
    Array.isArray(a) === Array.isArray(b) &&
    left.length === Object.keys(b).length &&
    left.every(([key, value]) => same(value, right[key]))
  )
}

/** The suite compares ranks, since scores depend on the engine. */
function ranked(result: unknown, expected: unknown): unknown {
  const wantsRanks =
    Array.isArray(expected) &&
    expected.some((item) => typeof item === 'object' && item !== null && '_pos' in item)
  if (!wantsRanks || !Array.isArray(result)) return result
  const scores = [...new Set(result.map((item: {_score: number}) => item._score))].sort((a, b) => b - a)
  return result.map(({_score, ...item}: {_score: number}) => ({...item, _pos: scores.indexOf(_score) + 1}))
}

/** The result of groq-js for the same query over the whole set in memory, without our store and plan. */
async function plain(test: TestRow): Promise<unknown> {
  const set = rows.find((row): row is DatasetRow => row._type === 'dataset' && row._id === test.dataset?._ref)
  const tree = parse(test.query, {params: test.params ?? {}})
  const value = await evaluate(tree, {
    dataset: set?.documents ?? [],
    params: test.params ?? {},
    identity: 'me',
  })
  return toJS(await value.asStatic())
}

async function failsToo(test: TestRow): Promise<boolean> {
  try {
    const result = await plain(test)
    return !test.valid || !same(JSON.parse(JSON.stringify(ranked(result, test.result) ?? null)), test.result)
  } catch {
    return test.valid
  }
}

/** The suite downloads one set of documents, which is not in the file. */
const withoutDocuments = new Set(
  rows.flatMap((row) => (row._type === 'dataset' && !row.documents ? [row._id] : [])) as (
    | string
    | undefined
  )[],
)

let ours = 0
let passed = 0
const failures = new Map<string, string[]>()
for (const test of rows) {
  // Version 0.1 was a different language: attributes of null are left out, and `==` compares loosely.
  if (test._type !== 'test' || test.version === '0.1' || withoutDocuments.has(test.dataset?._ref)) continue
  let problem: string | undefined
  try {
    const raw = await runQuery(
      database,
      {
        dataset: test.dataset?._ref ?? 'none',
        query: test.query,
        params: test.params ?? {},
        access: {kind: 'editor'},
        apiVersion: '1',
        identity: 'me',
      },
      new Date(),
    )
    const result = ranked(raw, test.result)
    if (!test.valid) problem = 'accepted an invalid query'
    else if (!same(JSON.parse(JSON.stringify(result ?? null)), test.result)) {
      problem = `expected ${JSON.stringify(test.result).slice(0, 300)}\n    got      ${JSON.stringify(result).slice(0, 300)}`
    }
  } catch (error) {
    if (test.valid) problem = String(error)
  }
  if (problem === undefined) passed++
  else {
    const alone = !(await failsToo(test))
    if (alone) ours++
    const feature = test.features.join('+') || test.filename
    failures.set(feature, [
      ...(failures.get(feature) ?? []),
      `${alone ? 'OURS ALONE: ' : ''}${test.name}\n    ${test.query.trim().slice(0, 300)}\n    ${problem}`,
    ])
  }
}

for (const [feature, list] of failures) {
  console.log(`${feature}: ${list.length} failed`)
  for (const each of list.slice(0, most)) console.log(`  ${each}`)
}
const failed = [...failures.values()].reduce((sum, list) => sum + list.length, 0)
// The query language is that of groq-js: docs/lake.md lists what it lacks, mostly geography. If groq-js evaluates a
// query correctly over the whole set in memory, and the lake does not, the lake is at fault and this run fails.
console.log(
  `${passed} of ${passed + failed} tests pass; ${failed - ours} fail in groq-js alone too and are not counted below.`,
)
console.log(`${passed} passed, ${ours} failed`)
process.exitCode = ours ? 1 : 0

/**
 * Checks that every regular expression of the product is proven to take time that grows no faster than the text, whatever
 * the text (see `check-regexes/prove.ts`). What is not proven fails: rewrite it, or read the text by hand. The proof counts
 * steps, not time, so that every machine gives the same answer. The last line is `N passed, N failed`.
 *
 *   node scripts/check-regexes.ts                     all of them
 *   node scripts/check-regexes.ts ingest/intake/read  those of one folder
 */
import {join} from 'node:path'
import {isMainThread, parentPort, Worker} from 'node:worker_threads'
import {collect, type Found} from './check-regexes/collect.ts'
import {type Proof, prove} from './check-regexes/prove.ts'

const FOLDERS = ['app', 'deliver', 'ingest', 'lake', 'render', 'schemas', 'studio']
/** Most threads at work. */
const THREADS = 2

interface Judged extends Found {
  proof: Proof | undefined
}

/** Judge all, a few at a time, in threads of their own: one takes up to some seconds. */
function judgeAll(found: readonly Found[]): Promise<Judged[]> {
  const waiting = [...found]
  const judged: Judged[] = []
  const work = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL(import.meta.url))
      const next = (): void => {
        const one = waiting.pop()
        if (one) worker.postMessage(one)
        else worker.terminate().then(() => resolve(), reject)
      }
      worker.on('message', (one: Judged) => {
        judged.push(one)
        next()
      })
      worker.on('error', reject)
      next()
    })
  return Promise.all(Array.from({length: THREADS}, work)).then(() => judged)
}

async function main(): Promise<void> {
  const root = join(import.meta.dirname, '..')
  const only = process.argv.slice(2)
  const {found, unknown} = collect(root, only.length > 0 ? only : FOLDERS)
  const distinct = [...new Map(found.map((one) => [`${one.source}/${one.flags}`, one])).values()]
  const judged = await judgeAll(distinct)
  const unproven = judged
    .filter(({proof}) => !proof)
    .toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line)
  for (const {file, line, source, flags} of unproven)
    console.log(`✗ ${file}:${line} is not proven to be linear: /${source}/${flags}`)
  for (const {file, line, text} of unknown)
    console.log(`✗ ${file}:${line} is composed of what is not known here: ${text}`)
  const failed = unproven.length + unknown.length
  if (failed > 0)
    console.log(
      'Rewrite what can be slow: let no two repetitions side by side match the same character, and begin a search at a character that the repetition cannot hold. Or read the text by hand, once from left to right.',
    )
  console.log(`${distinct.length + unknown.length - failed} passed, ${failed} failed`)
  process.exitCode = failed > 0 ? 1 : 0
}

if (isMainThread) await main()
else
  parentPort?.on('message', (one: Found) =>
    parentPort?.postMessage({...one, proof: prove(one.source, one.flags)} satisfies Judged),
  )

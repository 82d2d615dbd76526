/**
 * Checks that no regular expression of the product can backtrack catastrophically, whatever it is given. It fails at one
 * whose time grows exponentially, and at one proven to grow faster than its input, unless `bounded.ts` says why that does no
 * harm. What is only suspected, or could not be judged in time, is listed. The last line is `N passed, N failed`.
 *
 *   node scripts/check-regexes.ts             all of them
 *   node scripts/check-regexes.ts ingest/intake/read those of one folder
 */
import {join} from 'node:path'
import {isMainThread, parentPort, Worker} from 'node:worker_threads'
import {type Bounded, bounded} from './check-regexes/bounded.ts'
import {collect, type Found} from './check-regexes/collect.ts'
import {judge, type Verdict} from './check-regexes/judge.ts'

const FOLDERS = ['ingest', 'render', 'deliver', 'lake', 'schemas']
/** Most threads at work. */
const THREADS = 2

interface Judged extends Found {
  verdict: Verdict
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

const excuseOf = ({file, source}: Found): Bounded | undefined =>
  bounded.find((one) => one.file === file && source.includes(one.part))

async function main(): Promise<void> {
  const root = join(import.meta.dirname, '..')
  const only = process.argv.slice(2)
  const {found, unknown} = collect(root, only.length > 0 ? only : FOLDERS)
  const distinct = [...new Map(found.map((one) => [`${one.source}/${one.flags}`, one])).values()]
  const judged = await judgeAll(distinct)
  let failed = 0
  for (const one of judged.toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line)) {
    const {status, growth, proven} = one.verdict
    const exponential = growth.startsWith('exponential')
    // What grows exponentially is slow on short input as well.
    if (status === 'safe' || (excuseOf(one) && !exponential)) continue
    const fails = status === 'vulnerable' && (proven || exponential)
    if (fails) failed++
    console.log(
      `${fails ? '✗' : '·'} ${one.file}:${one.line} ${fails ? '' : 'not judged, '}${growth}: /${one.source}/${one.flags}`,
    )
  }
  const composed = unknown.filter(
    (one) => !bounded.some(({file, part}) => file === one.file && one.text.includes(part)),
  )
  for (const {file, line, text} of composed)
    console.log(`${file}:${line} composed of what is not known here: ${text}`)
  failed += composed.length
  const sources = [...found.map(({file, source}) => ({file, text: source})), ...unknown]
  const stale =
    only.length > 0
      ? []
      : bounded.filter(({file, part}) => !sources.some((one) => one.file === file && one.text.includes(part)))
  for (const {file, part} of stale) console.log(`${file} holds no \`${part}\` any more: take it off the list`)
  failed += stale.length
  if (failed > 0)
    console.log(
      'Rewrite what can be slow: let no two repetitions side by side match the same character, and begin a search at a character that the repetition cannot hold. Where the input is short for certain, say so in scripts/check-regexes/bounded.ts.',
    )
  console.log(`${distinct.length + unknown.length - failed} passed, ${failed} failed`)
  process.exitCode = failed > 0 ? 1 : 0
}

if (isMainThread) await main()
else
  parentPort?.on('message', (one: Found) =>
    parentPort?.postMessage({...one, verdict: judge(one.source, one.flags)}),
  )

/**
 * `copydesk parse --ndjson` with two threads beside one (limit: 1.8 times the pages per second), in turns, in elapsed
 * time: whole, as a user waits for it, and warm, from the first quarter of the rows to the last row, without the start
 * of processes and most of the compilation. It needs two idle cores; it prints the load, so that the figures can be
 * judged.
 *
 * `node bench/threads.ts [rows] [turns]`, by default 400 rows and 3 turns. Needs ../shared beside the checkout; without
 * it, nothing is measured.
 */
import {spawn} from 'node:child_process'
import {existsSync} from 'node:fs'
import {availableParallelism, loadavg} from 'node:os'
import {Readable} from 'node:stream'
import {pipeline} from 'node:stream/promises'
import {pagesOf} from '../scripts/corpora.ts'
import {ROOT} from '../scripts/run.ts'

if (!existsSync(`${ROOT}../shared`)) {
  console.log(
    'The pages are in ../shared, beside the checkout, and that folder is missing: nothing measured.',
  )
  process.exit(0)
}

const [rows = 400, turns = 3] = process.argv.slice(2).map(Number)
const pages = pagesOf('scrapinghub')

function* input(): Generator<string> {
  for (let index = 0; index < rows; index++) {
    const {url, html} = pages[index % pages.length] ?? {html: ''}
    yield `${JSON.stringify({id: index, contentType: 'text/html', body: html, ...(url && {url})})}\n`
  }
}

/** Pages per second of one run. */
interface Rates {
  whole: number
  warm: number
}

async function run(threads: number): Promise<Rates> {
  const start = performance.now()
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      'app/copydesk.ts',
      'parse',
      '--ndjson',
      '--threads',
      String(threads),
    ],
    {cwd: ROOT, stdio: ['pipe', 'pipe', 'inherit']},
  )
  const quarter = Math.ceil(rows / 4)
  let [printed, atQuarter] = [0, start]
  child.stdout.on('data', (bytes: Buffer) => {
    for (const byte of bytes) {
      if (byte !== 0x0a) continue
      printed += 1
      if (printed === quarter) atQuarter = performance.now()
    }
  })
  const ended = new Promise((resolve) => child.once('close', resolve))
  await pipeline(Readable.from(input()), child.stdin)
  await ended
  if (printed !== rows) throw new Error(`Expected ${rows} rows from parse --ndjson, got ${printed}`)
  const end = performance.now()
  return {whole: (rows * 1000) / (end - start), warm: ((rows - quarter) * 1000) / (end - atQuarter)}
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

const runs: {one: Rates; two: Rates}[] = []
for (let turn = 0; turn < turns; turn++) runs.push({one: await run(1), two: await run(2)})

const cell = (value: number): string => value.toFixed(2).padStart(10)
console.log(
  `${'pages per second'.padEnd(20)}${['1 thread', '2 threads', 'ratio'].map((name) => name.padStart(10)).join('')}`,
)
for (const form of ['whole', 'warm'] as const) {
  const ratio = median(runs.map(({one, two}) => two[form] / one[form]))
  const [one, two] = [median(runs.map((each) => each.one[form])), median(runs.map((each) => each.two[form]))]
  console.log(`${form.padEnd(20)}${cell(one)}${cell(two)}${cell(ratio)} ×`)
}
console.log(
  `${rows} rows, ${turns} turns, ${availableParallelism()} cores, load ${(loadavg()[0] ?? 0).toFixed(1)}`,
)

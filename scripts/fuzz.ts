/**
 * Random and mutated inputs of up to 20 KB through the whole walk: none may throw anything but an InputError, none may take
 * longer than a second. Not part of CI. It prints the seed it has reached, from which it can be resumed.
 *
 *   node scripts/fuzz.ts                              a million inputs, from seed 0
 *   node scripts/fuzz.ts --seed 250000 --count 1000   a thousand, from seed 250000
 *   node scripts/fuzz.ts --seed 4711 --print          the input of one seed, as it is
 */
import {fork} from 'node:child_process'
import {fileURLToPath} from 'node:url'
import {parseArgs} from 'node:util'
import type {Message, Problem} from './fuzz/child.ts'
import {inputOf, readMaterial} from './fuzz/inputs.ts'

const CHILD = fileURLToPath(new URL('fuzz/child.ts', import.meta.url))
/** Milliseconds after which an input is given up. */
const HOPELESS = 120_000
/** Milliseconds between two reports. */
const REPORT = 60_000
/** Milliseconds between two looks at what the child does. */
const STEP = 1000

const {values} = parseArgs({
  options: {
    seed: {type: 'string', default: '0'},
    count: {type: 'string', default: '1000000'},
    print: {type: 'boolean', default: false},
  },
})
const first = Number(values.seed)
const end = first + Number(values.count)
let failed = 0

function fail({seed, took, error}: Problem): void {
  failed++
  console.log(`✗ seed ${seed}: ${took.toFixed(0)} ms${error === undefined ? '' : `, ${error}`}`)
}

/** Runs seeds until the end, or until one does not end. Returns the seed to go on with. */
function runFrom(from: number): Promise<number> {
  const child = fork(CHILD, [String(from), String(end)], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  })
  return new Promise((resolve) => {
    let seed = from
    let since = Date.now()
    let reported = Date.now()
    const timer = setInterval(() => {
      const now = Date.now()
      if (now - reported >= REPORT) {
        console.log(`reached seed ${seed}, ${failed} failed`)
        reported = now
      }
      if (now - since >= HOPELESS) child.kill('SIGKILL')
    }, STEP)
    child.on('message', (message: Message) => {
      if ('problem' in message) fail(message.problem)
      else {
        seed = message.seed
        since = Date.now()
      }
    })
    child.on('exit', (code) => {
      clearInterval(timer)
      if (code === 0) resolve(end)
      else {
        fail({
          seed,
          took: Date.now() - since,
          error: 'the process died, or was ended because it did not answer',
        })
        resolve(seed + 1)
      }
    })
  })
}

if (values.print) process.stdout.write(inputOf(first, readMaterial()).bytes)
else {
  for (let seed = first; seed < end; ) seed = await runFrom(seed)
  console.log(`${end - first - failed} passed, ${failed} failed`)
  process.exitCode = failed > 0 ? 1 : 0
}

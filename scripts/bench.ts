/** `npm run bench [-- NAME…]`: runs the files of bench/, one after the other, all or those whose name contains a word given. */
import {readdirSync} from 'node:fs'
import {ROOT, run} from './run.ts'

/**
 * Heap that a bench may use, where its figure is a peak of memory. Left to itself V8 lets garbage lie while the machine has room:
 * rehype-parse alone then peaks at over 500 MB. The parsing processes of the server are bounded in the same way.
 */
const HEAP: Readonly<Record<string, readonly string[]>> = {
  'pages.ts': ['--max-old-space-size=300', '--max-semi-space-size=16'],
}

const wanted = process.argv.slice(2)
const files = readdirSync(`${ROOT}bench`)
  .filter((name) => name.endsWith('.ts'))
  .filter((name) => wanted.length === 0 || wanted.some((word) => name.includes(word)))
if (files.length === 0) {
  console.error(`No file in bench/ has a name with ${wanted.join(' or ')}.`)
  process.exit(2)
}
for (const file of files) {
  console.log(`\n== ${file}`)
  const {status} = await run(
    process.execPath,
    ['--expose-gc', '--disable-warning=ExperimentalWarning', ...(HEAP[file] ?? []), `bench/${file}`],
    {echo: true},
  )
  if (status !== 0) process.exitCode = 1
}

/**
 * `npm run bench [-- NAME…]`: run the files of bench/ one after the other: all, or those whose name contains one of the
 * words.
 */
import {readdirSync} from 'node:fs'
import {ROOT, run} from './run.ts'

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
    ['--expose-gc', '--disable-warning=ExperimentalWarning', `bench/${file}`],
    {echo: true},
  )
  if (status !== 0) process.exitCode = 1
}

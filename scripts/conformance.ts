/**
 * `npm run conformance`: all runs that need the shared corpora beside the checkout (`../shared`). Each run prints its
 * report; the last line is `N passed, N failed`.
 */
import {existsSync} from 'node:fs'
import {ROOT, run} from './run.ts'

const PARTS: readonly {name: string; script: string}[] = [
  {name: 'patch operations (49 public cases)', script: 'scripts/conformance-patch.ts'},
  {name: 'GROQ (the public conformance suite)', script: 'scripts/conformance-groq.ts'},
  {name: 'active content (public payloads)', script: 'scripts/conformance-xss.ts'},
  {
    name: 'invariants (text conserved, provenance, idempotence, …)',
    script: 'scripts/conformance-invariants.ts',
  },
  {name: 'pages and tables (public benchmarks)', script: 'scripts/conformance-pages.ts'},
  {name: 'damage (the seed article, and cases with known truth)', script: 'scripts/conformance-damage.ts'},
]

if (!existsSync(`${ROOT}../shared`)) {
  console.error(
    'This command reads the corpora in ../shared, beside the checkout, and that folder is not there.',
  )
  process.exit(2)
}

let passed = 0
let failed = 0
for (const {name, script} of PARTS) {
  console.log(`\n-- ${name}`)
  const {status, output} = await run(process.execPath, ['--disable-warning=ExperimentalWarning', script], {
    echo: true,
  })
  const line = output
    .trimEnd()
    .split('\n')
    .findLast((text) => /^\d+ passed, \d+ failed$/.test(text))
  const [good = 0, bad = 0] = line?.match(/\d+/g)?.map(Number) ?? []
  passed += good
  failed += status !== 0 && bad === 0 ? 1 : bad
}
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0

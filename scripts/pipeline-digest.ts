/**
 * Keeps `PIPELINE_VERSION` honest: digests of what the pipeline makes of each fixture, beside the version that made them.
 *
 *   node scripts/pipeline-digest.ts             write them; refused where outputs of a released version changed
 *   node scripts/pipeline-digest.ts --release   the same, and from now on this version's outputs may not change
 */
import {writeFileSync} from 'node:fs'
import {PIPELINE_VERSION} from '../ingest/store/draft/pipeline-version.ts'
import {
  changesSince,
  committedDigests,
  DIGESTS,
  digestsOfFixtures,
  mayChange,
} from './pipeline-digest/digests.ts'

const committed = committedDigests()
const outputs = digestsOfFixtures()
const changed = changesSince(committed.outputs, outputs)

const isOpen = mayChange(committed, PIPELINE_VERSION)

if (changed.length > 0 && !isOpen) {
  console.error(
    `Version ${PIPELINE_VERSION} is released, and its outputs changed: raise PIPELINE_VERSION, then run this again.\n${changed.join('\n')}`,
  )
  process.exitCode = 1
} else {
  const released = !isOpen || process.argv.includes('--release')
  writeFileSync(DIGESTS, `${JSON.stringify({version: PIPELINE_VERSION, released, outputs}, null, 2)}\n`)
  console.log(
    `Version ${PIPELINE_VERSION}${released ? ', released' : ''}: ${changed.length} of ${Object.keys(outputs).length} outputs changed.`,
  )
}

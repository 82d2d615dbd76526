/**
 * Writes the code blocks of `docs/tour.md` from what the pipeline really makes of `docs/tour/page.html`.
 *
 *   node scripts/tour.ts           write them
 *   node scripts/tour.ts --check   exit with 1 if a block is stale
 */
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fillTour} from './tour/fill.ts'

const page = join(import.meta.dirname, '..', 'docs', 'tour.md')
const before = readFileSync(page, 'utf8')
const after = fillTour(before)

if (!process.argv.includes('--check')) {
  writeFileSync(page, after)
  console.log('docs/tour.md shows what comes out.')
} else if (before === after) {
  console.log('docs/tour.md shows what comes out.')
} else {
  console.error('docs/tour.md is stale. Run `node scripts/tour.ts`, read what changed, and commit it.')
  process.exitCode = 1
}

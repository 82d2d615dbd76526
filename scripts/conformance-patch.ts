/**
 * Run the lake's patches against the examples of the Studio's engine (sanity-io/sanity, @sanity/mutator).
 *
 * It needs the folder `../shared/corpora`, which is not in this repository: `node scripts/conformance-patch.ts [FILE]`.
 */
import {readFileSync} from 'node:fs'
import {isDeepStrictEqual} from 'node:util'
import {applyPatch} from '../lake/apply/patch.ts'
import type {PatchOperations} from '../lake/types.ts'

interface Example {
  name: string
  before: unknown
  patch: PatchOperations | PatchOperations[]
  after: unknown
}

const file = process.argv[2] ?? new URL('../../shared/corpora/patch-examples.json', import.meta.url)
let examples: Example[]
try {
  examples = JSON.parse(readFileSync(file, 'utf8')) as Example[]
} catch (error) {
  console.error(
    `Cannot read the examples in ${String(file)}: ${(error as Error).message}\nGive their path as an argument.`,
  )
  process.exit(2)
}

let failed = 0
for (const {name, before, patch, after} of examples) {
  const kept = structuredClone(before)
  let result: unknown
  try {
    result = [patch].flat().reduce(applyPatch, before)
  } catch (error) {
    result = error
  }
  const problem = !isDeepStrictEqual(before, kept)
    ? 'changed its input'
    : isDeepStrictEqual(result, after)
      ? ''
      : 'differs'
  if (!problem) continue
  failed++
  console.log(
    `${name}: ${problem}\n  expected ${JSON.stringify(after)}\n  got      ${result instanceof Error ? String(result) : JSON.stringify(result)}`,
  )
}
console.log(`${examples.length - failed} passed, ${failed} failed`)
process.exitCode = failed ? 1 : 0

/** The version says which pipeline made an article, so it is raised when outputs change. */
import {expect, it} from 'vitest'
import {PIPELINE_VERSION} from '../../../../ingest/store/draft/pipeline-version.ts'
import {
  changesSince,
  committedDigests,
  digestsOfFixtures,
  mayChange,
} from '../../../../scripts/pipeline-digest/digests.ts'

const {version, released, outputs} = committedDigests()

it('is the one that the digests are of', () => {
  expect(version, 'run `node scripts/pipeline-digest.ts`').toBe(PIPELINE_VERSION)
})

it('goes up with the outputs', () => {
  const advice = released
    ? 'outputs changed: raise PIPELINE_VERSION and run `node scripts/pipeline-digest.ts`'
    : `outputs changed: version ${version} is not released yet, so run \`node scripts/pipeline-digest.ts\` and look at what changed`
  expect(changesSince(outputs, digestsOfFixtures()), advice).toEqual([])
})

it('is compared with changed, new and lost fixtures', () => {
  expect(changesSince({a: '1', b: '1', c: '1'}, {b: '2', c: '1', d: '1'})).toEqual(['a', 'b', 'd'])
})

it.each([
  [{version: '3', released: false}, '3', true],
  [{version: '3', released: true}, '3', false],
  [{version: '3', released: true}, '4', true],
])('digests of %j may be written for version %s: %s', (committed, next, may) => {
  expect(mayChange(committed, next)).toBe(may)
})

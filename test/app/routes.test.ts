import {expect, it} from 'vitest'
import {route} from '../../app/routes.ts'

const surfaces = {
  lake: () => new Response('lake'),
  ingest: () => new Response('ingest'),
  studio: () => new Response('studio'),
}
const answerOf = async (path: string, hosted = false): Promise<string> =>
  (
    await route({...surfaces, lake: hosted ? undefined : surfaces.lake})(
      new Request(`http://localhost${path}`),
      {},
    )
  ).text()

it.each([
  ['/', 'studio'],
  ['/desk/needsReview', 'studio'],
  ['/vision', 'studio'],
  ['/v1beta/x', 'studio'],
  ['/ingestion', 'studio'],
  ['/ingest', 'ingest'],
  ['/ingest/abc', 'ingest'],
  ['/v1/users/me', 'lake'],
  ['/vX/data/query/production', 'lake'],
  ['/v2025-02-19/data/mutate/production', 'lake'],
  ['/images/local/production/a.png', 'lake'],
])('%s is answered by the %s', async (path, surface) => {
  expect(await answerOf(path)).toBe(surface)
})

it('has no lake with hosted Sanity', async () => {
  expect(await answerOf('/v1/users/me', true)).toBe('studio')
})

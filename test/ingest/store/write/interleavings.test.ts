/** Editors and scrapers at once, and a lake that fails now and then: the editors always win. */
import fc from 'fast-check'
import {expect, it} from 'vitest'
import {WriteError} from '../../../../ingest/store/write/errors.ts'
import {createWriter} from '../../../../ingest/store/write/writer.ts'
import {drafting} from '../draft/samples.ts'
import {type FakeLake, type Fault, startFakeLake} from './fake-lake.ts'

const URL = 'https://example.com/a'
const VERSIONS = ['The first version', 'The second version', 'The third version'].map((text) =>
  drafting(text, URL),
)
const ids = (VERSIONS[0] ?? drafting('', URL))()
const DRAFT = ids.article._id
const PUBLISHED = ids.articleId
const REVIEW = ids.review._id

/** What an editor does; each step is skipped where it makes no sense. */
const EDITS: Record<string, (lake: FakeLake, at: number) => void> = {
  edit: (lake, at) => change(lake, DRAFT, {title: `Edited ${at}`}, at),
  decide: (lake, at) => change(lake, REVIEW, {status: 'inReview'}, at),
  publish(lake, at) {
    const draft = lake.documents.get(DRAFT)
    if (!draft) return
    lake.documents.set(PUBLISHED, {...draft, _id: PUBLISHED, _rev: `edit-${at}`})
    lake.documents.delete(DRAFT)
  },
  deleteDraft: (lake) => void lake.documents.delete(DRAFT),
  unpublish: (lake) => void lake.documents.delete(PUBLISHED),
}

function change(lake: FakeLake, id: string, fields: object, at: number): void {
  const document = lake.documents.get(id)
  if (document) lake.documents.set(id, {...document, ...fields, _rev: `edit-${at}`})
}

const fault = fc.record<Fault>({
  applied: fc.boolean(),
  answer: fc.constantFrom<Fault['answer']>({status: 500}, {status: 503}, {status: 429}, 'reset', 'cut'),
})
const step = fc.oneof(
  fc.record({
    versions: fc.array(fc.nat(VERSIONS.length - 1), {minLength: 1, maxLength: 4}),
    faults: fc.array(fault, {maxLength: 3}),
  }),
  fc.record({
    edit: fc.constantFrom(...Object.keys(EDITS)),
    /** In the middle of the next write instead of now. */
    during: fc.boolean(),
  }),
)

it('never overwrites an article, never makes a deleted one again, keeps each scrape once', async () => {
  let now = 0
  const clock = {
    now: () => now,
    sleep: async (ms: number) => {
      now += ms
    },
  }
  await fc.assert(
    fc.asyncProperty(fc.array(step, {minLength: 2, maxLength: 10}), async (steps) => {
      const lake = await startFakeLake()
      try {
        const writer = createWriter({
          client: lake.client(),
          concurrency: 4,
          mutationsPerSecond: 1000,
          clock,
          maxAttempts: 30,
        })
        const written = new Set<number>()
        /** Articles as the editors left them; the pipeline may make the first draft, and nothing else. */
        let before = new Map<string, unknown>()
        let wasMade = false
        const snapshot = () =>
          new Map([DRAFT, PUBLISHED].map((id) => [id, structuredClone(lake.documents.get(id))]))
        let at = 0
        for (const given of steps) {
          at += 1
          if ('edit' in given) {
            const run = () => {
              wasMade ||= lake.documents.has(REVIEW)
              EDITS[given.edit]?.(lake, at)
              before = snapshot()
            }
            if (!given.during) run()
            else {
              lake.beforeMutation = () => {
                lake.beforeMutation = () => undefined
                run()
              }
            }
            continue
          }
          before = snapshot()
          wasMade = lake.documents.has(REVIEW)
          lake.faults = [...given.faults]
          await Promise.all(
            given.versions.map(async (version) => {
              const draft = VERSIONS[version]
              if (!draft) return
              await writer.write(draft)
              written.add(version)
            }),
          )
          lake.faults = []
          if (wasMade) expect(snapshot()).toEqual(before)
          else {
            expect(lake.documents.has(PUBLISHED)).toBe(false)
            expect(lake.documents.get(DRAFT)).toBeDefined()
          }
          const scrapes = [...lake.documents.keys()].filter((id) => id.startsWith('scrape.'))
          expect(scrapes.sort()).toEqual(
            [...written].map((version) => VERSIONS[version]?.().scrape._id).sort(),
          )
          const review = lake.documents.get(REVIEW)
          expect(review?.newerScrapes ?? []).toHaveLength(scrapes.length - 1)
          expect(review?.findings).toHaveLength(scrapes.length - 1)
        }
      } catch (error) {
        if (error instanceof WriteError) throw new Error(`${error.code}: ${error.message}`)
        throw error
      } finally {
        await lake.close()
      }
    }),
    {numRuns: 60},
  )
})

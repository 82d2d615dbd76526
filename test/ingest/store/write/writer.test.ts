import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import type {Clock} from '../../../../ingest/store/write/backoff.ts'
import {WriteError} from '../../../../ingest/store/write/errors.ts'
import {createWriter, type WriterOptions} from '../../../../ingest/store/write/writer.ts'
import {drafting} from '../draft/samples.ts'
import {type FakeLake, type Fault, startFakeLake} from './fake-lake.ts'

let lake: FakeLake
let slept: number[]
let now: number

/** Time that passes only by sleeping. */
const clock: Clock = {
  now: () => now,
  sleep: async (ms) => {
    slept.push(ms)
    now += ms
  },
}

const writer = (options: Partial<WriterOptions> = {}) =>
  createWriter({
    client: lake.client({timeout: 300}),
    concurrency: 4,
    mutationsPerSecond: 1000,
    clock,
    random: () => 1,
    ...options,
  })

beforeEach(async () => {
  lake = await startFakeLake()
  slept = []
  now = Date.parse('2026-01-01T00:00:00Z')
})
afterEach(() => lake.close())

describe('a new article', () => {
  it('is one transaction of scrape, draft, review and source', async () => {
    const draft = drafting('One', 'https://example.com/one')
    const result = await writer().write(draft)
    const {articleId, scrape, article, review} = draft()
    expect(result).toEqual({outcome: 'created', articleId, scrapeId: scrape._id})
    expect(lake.mutations).toHaveLength(1)
    expect([...lake.documents.keys()].sort()).toEqual(
      [article._id, review._id, scrape._id, 'source-example-com'].sort(),
    )
  })

  it('leaves a source that is there as the editors made it', async () => {
    lake.documents.set('source-example-com', {_id: 'source-example-com', _rev: 'theirs', name: 'Ours'})
    await writer().write(drafting('One', 'https://example.com/one'))
    expect(lake.documents.get('source-example-com')).toMatchObject({name: 'Ours', _rev: 'theirs'})
  })

  it('makes no mutation the second time', async () => {
    const draft = drafting('One')
    await writer().write(draft)
    expect((await writer().write(draft)).outcome).toBe('unchanged')
    expect(lake.mutations).toHaveLength(1)
  })

  it('is one article when the same bytes come at once', async () => {
    const one = writer()
    const results = await Promise.all([1, 2, 3, 4].map(() => one.write(drafting('One'))))
    expect(results.map(({outcome}) => outcome).sort()).toEqual([
      'created',
      'unchanged',
      'unchanged',
      'unchanged',
    ])
  })

  it('is only decided in a dry run', async () => {
    expect((await writer({dryRun: true}).write(drafting('One'))).outcome).toBe('created')
    expect(lake.mutations).toHaveLength(0)
  })
})

describe('a changed re-scrape', () => {
  const url = 'https://example.com/a'
  const first = drafting('The first version', url)
  const second = drafting('The second version', url)
  const {articleId, article, review} = first()

  it.each([
    {
      name: 'draft',
      edit: () => undefined,
    },
    {
      name: 'published article',
      edit: () => {
        const draft = lake.documents.get(article._id)
        lake.documents.delete(article._id)
        if (draft) lake.documents.set(articleId, {...draft, _id: articleId, title: 'Published'})
      },
    },
    {
      name: 'deleted draft',
      edit: () => void lake.documents.delete(article._id),
    },
  ])('is kept and flagged beside a $name, which stays as it is', async ({edit}) => {
    await writer().write(first)
    edit()
    const articles = () => [lake.documents.get(article._id), lake.documents.get(articleId)]
    const before = structuredClone(articles())
    expect((await writer().write(second)).outcome).toBe('changed')
    expect(articles()).toEqual(before)
    expect(lake.documents.has(second().scrape._id)).toBe(true)
    expect(lake.documents.get(review._id)).toMatchObject({
      status: 'needsReview',
      counts: {warning: 1},
      priority: 100,
      newerScrapes: [{_type: 'reference', _ref: second().scrape._id, _weak: true}],
      findings: [{code: 'source-changed', severity: 'warning'}],
    })
    expect((await writer().write(second)).outcome).toBe('unchanged')
    expect(lake.mutations).toHaveLength(2)
  })

  it('is a note, not a warning, if only the page around the article changed', async () => {
    await writer().write(first)
    const again = drafting('The first version', url)()
    const scrape = {...again.scrape, _id: 'scrape.other', hash: 'other'}
    expect((await writer().write(() => ({...again, scrape}))).outcome).toBe('changed')
    expect(lake.documents.get(review._id)).toMatchObject({counts: {warning: 0, info: 1}})
  })

  it('opens a review for an article that someone else made', async () => {
    lake.documents.set(articleId, {_id: articleId, _rev: 'theirs', _type: 'article', title: 'By hand'})
    expect((await writer().write(second)).outcome).toBe('changed')
    expect(lake.documents.get(articleId)).toMatchObject({_rev: 'theirs', title: 'By hand'})
    expect(lake.documents.has(article._id)).toBe(false)
    const opened = lake.documents.get(review._id)
    expect(opened).toMatchObject({
      newerScrapes: [{_ref: second().scrape._id}],
      findings: [{code: 'source-changed'}],
    })
    expect(opened).not.toHaveProperty('base')
  })

  it('is decided again when the review changed in between', async () => {
    await writer().write(first)
    let edits = 0
    lake.beforeMutation = () => {
      const stored = lake.documents.get(review._id)
      if (stored && edits++ < 2)
        lake.documents.set(review._id, {...stored, _rev: `edit-${edits}`, status: 'inReview'})
    }
    expect((await writer().write(second)).outcome).toBe('changed')
    expect(lake.documents.get(review._id)).toMatchObject({status: 'inReview', newerScrapes: [{}]})
  })

  it('gives up on a review that never rests', async () => {
    await writer().write(first)
    let edits = 0
    lake.beforeMutation = () => {
      const stored = lake.documents.get(review._id)
      if (stored) lake.documents.set(review._id, {...stored, _rev: `edit-${++edits}`})
    }
    await expect(writer({maxAttempts: 3}).write(second)).rejects.toMatchObject({code: 'contended'})
  })
})

describe('a canonical address that a whole site claims', () => {
  const claimed = 'https://example.com/news'
  const one = drafting('The harbour was closed on Monday after the storm', 'https://example.com/1', claimed)
  const two = drafting('A recipe for plum cake with cinnamon and butter', 'https://example.com/2', claimed)
  const update = drafting(
    'The harbour was closed on Monday after the storm, and opened',
    'https://example.com/1b',
    claimed,
  )

  it('does not fold different texts into one article', async () => {
    await writer().write(one)
    const result = await writer().write(two)
    expect(result).toEqual({
      outcome: 'created',
      articleId: two({distrustCanonical: true}).articleId,
      scrapeId: two().scrape._id,
    })
    expect((await writer().write(two)).outcome).toBe('unchanged')
  })

  it('still joins two addresses of one text', async () => {
    await writer().write(one)
    expect(await writer().write(update)).toMatchObject({outcome: 'changed', articleId: one().articleId})
  })
})

/** Each fault once; `applied` says whether the transaction took effect. */
const FAULTS: {name: string; fault: Fault}[] = [
  {name: '500 before', fault: {applied: false, answer: {status: 500}}},
  {name: '500 after', fault: {applied: true, answer: {status: 500}}},
  {name: '502 after', fault: {applied: true, answer: {status: 502, body: '<html>Bad gateway</html>'}}},
  {name: '503 before', fault: {applied: false, answer: {status: 503}}},
  {name: '504 after', fault: {applied: true, answer: {status: 504}}},
  {name: 'a reset before', fault: {applied: false, answer: 'reset'}},
  {name: 'a reset after', fault: {applied: true, answer: 'reset'}},
  {name: 'a cut answer', fault: {applied: true, answer: 'cut'}},
  {name: 'a cut answer to nothing', fault: {applied: false, answer: 'cut'}},
  {name: 'silence before', fault: {applied: false, answer: 'hang'}},
  {name: 'silence after', fault: {applied: true, answer: 'hang'}},
  {name: 'a page of a proxy', fault: {applied: false, answer: {status: 200, body: '<html>Log in</html>'}}},
  {
    name: 'a page of a proxy after',
    fault: {applied: true, answer: {status: 200, body: '<html>Log in</html>'}},
  },
  {name: '429', fault: {applied: false, answer: {status: 429}}},
  {
    name: 'a conflict of transactions',
    fault: {applied: false, answer: {status: 409, body: {error: {type: 'transactionConflictError'}}}},
  },
]

describe('faults', () => {
  it.each(FAULTS)('$name: written once, and known to be', async ({fault}) => {
    lake.faults.push(fault)
    const draft = drafting('One', 'https://example.com/one')
    expect((await writer().write(draft)).outcome).toBe('created')
    expect(lake.mutations).toHaveLength(fault.applied ? 1 : 2)
    expect(lake.documents.size).toBe(4)
  })

  it.each(FAULTS)('$name, when flagging: flagged once', async ({fault}) => {
    await writer().write(drafting('The first version', 'https://example.com/a'))
    lake.faults.push(fault)
    const second = drafting('The second version', 'https://example.com/a')
    expect((await writer().write(second)).outcome).toBe('changed')
    expect(lake.documents.get(second().review._id)).toMatchObject({newerScrapes: [{}], findings: [{}]})
  })

  it.each<{name: string; fault: Fault}>([
    {name: 'a page of a proxy', fault: {applied: false, answer: {status: 200, body: '<html>Log in</html>'}}},
    {name: 'a list of something else', fault: {applied: false, answer: {status: 200, body: {result: ['a']}}}},
    {name: '503', fault: {applied: false, answer: {status: 503}}},
    {name: 'a cut answer', fault: {applied: false, answer: 'cut'}},
  ])('$name to a query is no evidence', async ({fault}) => {
    lake.queryFaults.push(fault, fault)
    expect((await writer().write(drafting('One'))).outcome).toBe('created')
  })

  it('honours Retry-After, in seconds and as a date, for all that waits', async () => {
    lake.faults.push(
      {applied: false, answer: {status: 429, headers: {'retry-after': '7'}}},
      {applied: false, answer: {status: 429, headers: {'retry-after': 'Thu, 01 Jan 2026 00:01:00 GMT'}}},
    )
    await writer().write(drafting('One'))
    expect(slept).toEqual([7000, 53_000])
  })

  it('waits longer each time, and gives up with a reason', async () => {
    lake.faults = Array.from({length: 4}, () => ({applied: false, answer: {status: 503}}))
    await expect(writer({maxAttempts: 4}).write(drafting('One'))).rejects.toMatchObject({
      code: 'unreachable',
      message: expect.stringContaining('4 attempts'),
    })
    expect(slept).toEqual([250, 500, 1000])
  })

  it.each([
    [401, 'denied'],
    [403, 'denied'],
    [400, 'rejected'],
    [413, 'too-large'],
  ])('%i is %s, and not tried again', async (status, code) => {
    lake.faults.push({applied: false, answer: {status}})
    const error = await writer()
      .write(drafting('One'))
      .catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(WriteError)
    expect(error).toMatchObject({code})
    expect(lake.mutations).toHaveLength(1)
  })

  it('says who does not answer', async () => {
    const client = lake.client()
    await lake.close()
    await expect(writer({client, maxAttempts: 2}).write(drafting('One'))).rejects.toMatchObject({
      code: 'unreachable',
      message: expect.stringContaining('ECONNREFUSED'),
    })
    lake = await startFakeLake()
  })

  it('stops when told to', async () => {
    lake.faults.push({applied: false, answer: 'hang'})
    const stop = new AbortController()
    const writing = writer().write(drafting('One'), stop.signal)
    setTimeout(() => stop.abort(), 30)
    await expect(writing).rejects.toMatchObject({code: 'aborted'})
  })
})

it('takes at least two seconds for eleven transactions at five a second', async () => {
  const slow = createWriter({client: lake.client(), concurrency: 20, mutationsPerSecond: 5})
  const begun = performance.now()
  await Promise.all(Array.from({length: 11}, (_, at) => slow.write(drafting(`Article ${at}`))))
  // The least that the limit allows, so a slow machine cannot fail it.
  expect(performance.now() - begun).toBeGreaterThan(1900)
})

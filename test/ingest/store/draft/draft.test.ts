import {randomBytes} from 'node:crypto'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {draft} from '../../../../ingest/store/draft/draft.ts'
import {unpackBytes} from '../../../../ingest/store/draft/gzip.ts'
import {priorityOf} from '../../../../ingest/store/draft/priority.ts'
import {finding, paragraph, parsed, scrape} from './samples.ts'

const URL = 'https://www.example.com/a'

describe('draft', () => {
  it('makes the four documents of a scrape with an address', () => {
    const result = parsed(
      {siteName: 'The Example', byline: 'By A. Writer', language: 'en', canonicalUrl: `${URL}?id=1`},
      {
        findings: [
          finding('tag-repaired', 'warning', {
            targets: [{blockKey: 'p1', path: 'children[_key=="a"]'}, {blockKey: 'p1'}],
            ranges: [{start: 3, end: 5}],
            before: 'x',
            after: 'y',
            suggestion: {title: 'Do it', ops: [{op: 'remove', keys: ['p1']}]},
          }),
        ],
      },
    )
    const made = draft(scrape('bytes', {url: URL, contentType: 'text/html'}), result, '7')
    expect(made).toMatchObject({
      identifiedBy: 'canonical',
      article: {
        _id: `drafts.${made.articleId}`,
        _type: 'article',
        title: 'A title',
        slug: {_type: 'slug', current: expect.stringMatching(/^a-title-[0-9a-f]{6}$/)},
        byline: 'By A. Writer',
        language: 'en',
        canonicalUrl: `${URL}?id=1`,
        source: {_type: 'reference', _ref: 'source-example-com'},
      },
      review: {
        _id: `review.${made.articleId}`,
        _type: 'review',
        article: {_type: 'reference', _ref: made.articleId, _weak: true},
        scrape: {_type: 'reference', _ref: made.scrape._id, _weak: true},
        status: 'needsReview',
        counts: {error: 0, warning: 1, info: 0},
        priority: 100,
        title: 'A title',
        sourceName: 'The Example',
        language: 'en',
        pipelineVersion: '7',
        findings: [
          {
            _type: 'finding',
            code: 'tag-repaired',
            targets: [
              {_key: 't-p1', blockKey: 'p1', path: 'children[_key=="a"]'},
              {_key: 't-p1-2', blockKey: 'p1'},
            ],
            ranges: [{_key: 'r3', start: 3, end: 5}],
            suggestion: '{"title":"Do it","ops":[{"op":"remove","keys":["p1"]}]}',
          },
        ],
        blockSources: [{_key: 'p1', blockKey: 'p1', ranges: [{_key: 'r0', start: 0, end: 27}]}],
      },
      scrape: {
        _id: `scrape.${made.scrape.hash}`,
        _type: 'scrape',
        url: URL,
        origin: 'test',
        contentType: 'text/html',
        charset: 'utf-8',
        size: 5,
        pipelineVersion: '7',
      },
      source: {
        _id: 'source-example-com',
        _type: 'source',
        name: 'The Example',
        domains: ['example.com'],
        trust: 'new',
      },
    })
    const {_id, _type, ...fields} = made.article
    expect(JSON.parse(made.review.base ?? '')).toEqual(fields)
    expect(Buffer.from(unpackBytes(made.scrape.raw ?? '')).toString()).toBe('bytes')
  })

  it('leaves out what is not known', () => {
    const {title: _, ...article} = parsed().article
    const made = draft(scrape('bytes'), {...parsed(), article}, '1')
    expect(made.source).toBeUndefined()
    expect(Object.keys(made.article).sort()).toEqual(['_id', '_type', 'body'])
    expect(made.review).not.toHaveProperty('title')
    expect(made.review).not.toHaveProperty('sourceName')
    expect(made.scrape).not.toHaveProperty('url')
  })

  it('has no time in it, and no undefined', () => {
    const text = JSON.stringify(
      draft(scrape('bytes', {url: URL, fetchedAt: '2026-01-02T03:04:05Z'}), parsed(), '1'),
    )
    expect(text).not.toContain('2026')
    const made = draft(scrape('bytes'), parsed(), '1')
    expect(made).toStrictEqual(JSON.parse(JSON.stringify(made)))
  })

  it('gives the same documents for the same bytes, and others for others', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({minLength: 1, maxLength: 300}),
        fc.uint8Array({minLength: 1}),
        (bytes, other) => {
          const of = (of: Uint8Array) => draft({bytes: of, origin: 'test'}, parsed(), '1')
          expect(of(new Uint8Array(bytes))).toEqual(of(bytes))
          fc.pre(Buffer.compare(bytes, other) !== 0)
          expect(of(other).scrape._id).not.toBe(of(bytes).scrape._id)
          expect(of(other).articleId).not.toBe(of(bytes).articleId)
        },
      ),
    )
  })

  it('takes the id from where it was fetched, whatever the parser made of it', () => {
    const one = draft(scrape('bytes', {url: URL}), parsed({title: 'One'}), '1')
    const two = draft(
      scrape('bytes', {url: URL}),
      parsed({title: 'Two', body: [paragraph('Other', 'x')]}),
      '2',
    )
    expect(two.articleId).toBe(one.articleId)
    expect(two.scrape._id).toBe(one.scrape._id)
  })

  it('keeps raw bytes up to 2 MB of packed text, and not beyond', () => {
    const short = draft({bytes: Buffer.alloc(8_000_000, 'abc '), origin: 'test'}, parsed(), '1')
    expect(short.scrape.raw?.length).toBeLessThan(2_000_000)
    const long = draft({bytes: randomBytes(1_600_000), origin: 'test'}, parsed(), '1')
    expect(long.scrape.raw).toBeUndefined()
    expect(long.scrape.size).toBe(1_600_000)
  })

  it('drops the raw bytes where the transaction would be longer than 4 MB', () => {
    const body = [paragraph('word '.repeat(250_000), 'p1')]
    const made = draft({bytes: randomBytes(1_400_000), origin: 'test'}, parsed({body}), '1')
    expect(made.scrape.raw).toBeUndefined()
  })

  it('knows a distrusted canonical address no more', () => {
    const input = scrape('bytes', {url: URL})
    const result = parsed({canonicalUrl: 'https://www.example.com/everything'})
    const made = draft(input, result, '1', {distrustCanonical: true})
    expect(made.identifiedBy).toBe('url')
    expect(made.article.canonicalUrl).toBe(URL)
  })
})

it('ranks any error above any number of warnings', () => {
  expect(priorityOf({error: 1, warning: 0, info: 0})).toBeGreaterThan(
    priorityOf({error: 0, warning: 500, info: 500}),
  )
  expect(priorityOf({error: 2, warning: 1, info: 3})).toBe(20_103)
})

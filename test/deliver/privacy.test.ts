/**
 * The contract with editors: what is not published reaches no site. Everything private in this dataset carries the
 * word SECRET, and nothing that `deliver` serves may have it.
 */
import type {ClientPerspective, SanityClient} from '@sanity/client'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {getArticle, getTopic, listAddresses, listArticles, listFeedEntries} from '../../deliver/articles.ts'
import {FIRST_PLACE} from '../../deliver/cursor.ts'
import * as queries from '../../deliver/queries/index.ts'
import {createSite} from '../../deliver/site/site.ts'
import {block} from '../render/portable-text.ts'
import {startLake, type TestLake} from './lake.ts'

const SECRET = 'SECRET'
const RAW = Buffer.from(SECRET).toString('base64')
let lake: TestLake

const slug = (current: string) => ({_type: 'slug', current})
const ref = (id: string, _weak = true) => ({_type: 'reference', _key: id, _ref: id, _weak})
const secrets = {title: `${SECRET} title`, subtitle: SECRET, byline: SECRET, body: [block(`${SECRET} text`)]}

beforeAll(async () => {
  lake = await startLake()
  const transaction = lake.editor.transaction()
  transaction.create({_type: 'topic', _id: 'topic-a', title: 'Topic', slug: slug('topic')})
  transaction.create({_type: 'topic', _id: 'drafts.topic-b', title: SECRET, slug: slug('secret-topic')})
  transaction.create({
    _type: 'source',
    _id: 'source-a',
    name: 'Source',
    domains: ['a.example'],
    trust: SECRET,
    profile: {title: SECRET},
  })
  transaction.create({
    _type: 'article',
    _id: 'article-1',
    title: 'Public title',
    slug: slug('public'),
    body: [
      {
        ...block('Public text'),
        ranges: SECRET,
        children: [{_type: 'span', _key: 's', text: 'Public text', marks: [], raw: SECRET}],
      },
    ],
    source: ref('source-a', false),
    leadImage: {_type: 'figure', alt: 'Public alt', image: {_type: 'image', asset: ref('scrape.1')}},
    // References of the wrong types, which a client can write.
    authors: [ref('review.article-1'), ref('scrape.1')],
    topics: [ref('topic-a'), ref('review.article-1'), ref('drafts.topic-b')],
    // What no schema type has, but a client can write.
    findings: [{message: SECRET}],
    rawText: SECRET,
    assignee: SECRET,
  })
  transaction.create({_type: 'article', _id: 'drafts.article-1', slug: slug('public'), ...secrets})
  transaction.create({
    _type: 'article',
    _id: 'drafts.article-2',
    slug: slug('secret-draft'),
    ...secrets,
    topics: [ref('topic-a')],
  })
  transaction.create({
    _type: 'article',
    _id: 'versions.r1.article-3',
    slug: slug('secret-version'),
    ...secrets,
  })
  transaction.create({_type: 'article', _id: 'hidden.article-4', slug: slug('secret-dotted'), ...secrets})
  transaction.create({
    _type: 'review',
    _id: 'review.article-1',
    article: ref('article-1'),
    title: SECRET,
    name: SECRET,
    slug: slug('secret-review'),
    status: 'needsReview',
    findings: [{_type: 'finding', _key: 'f', message: SECRET, before: SECRET}],
    base: JSON.stringify(secrets),
  })
  transaction.create({
    _type: 'scrape',
    _id: 'scrape.1',
    url: `https://a.example/${SECRET}`,
    name: SECRET,
    slug: slug('secret-scrape'),
    raw: RAW,
  })
  await transaction.commit()
})
afterAll(() => lake.close())

const SLUGS = [
  'public',
  'secret-draft',
  'secret-version',
  'secret-dotted',
  'secret-review',
  'secret-scrape',
  'none',
]
const TOPICS = ['topic', 'secret-topic', 'secret-review', 'none']
const PATHS = [
  '/',
  '/?after=WyJ-IiwiYSJd',
  ...SLUGS.flatMap((each) => ['', '.json', '.md', '.html'].map((format) => `/articles/${each}${format}`)),
  ...TOPICS.map((each) => `/topics/${each}`),
  '/feed.xml',
  '/feed.json',
  '/sitemap.xml',
  '/robots.txt',
  '/articles/drafts.article-1',
  '/articles/review.article-1.json',
]

function expectNothingPrivate(served: string): void {
  expect(served).not.toContain(SECRET)
  expect(served).not.toContain(RAW)
  expect(served).not.toMatch(/drafts\.|versions\.|review\.|scrape\.[0-9a-f]/)
}

type Reader = [name: string, client: () => SanityClient]
const as = (client: () => SanityClient, perspective: ClientPerspective) => () =>
  client().withConfig({perspective})
const readers: Reader[] = [
  ['anonymously', () => lake.site],
  ["with a viewer's token", () => lake.viewer],
  ["with a viewer's token and the raw perspective", as(() => lake.viewer, 'raw')],
]

it('has something to find', async () => {
  const seen = JSON.stringify(await lake.viewer.fetch('*', {}, {perspective: 'raw'}))
  expect(seen).toContain(SECRET)
  expect(seen).toContain(RAW)
  expect(seen.match(/"_id":"(drafts|versions|hidden|review|scrape)\./g)).toHaveLength(7)
})

describe.each(readers)('%s', (_, client) => {
  it('no route serves anything private', async () => {
    const site = createSite({client: client(), baseUrl: 'https://site.example'})
    let found = 0
    for (const path of PATHS) {
      const answer = await site.request(path)
      const body = await answer.text()
      // The page of a slug without a suffix is where its `.html` leads.
      const expected = path.endsWith('/public.html')
        ? 308
        : /secret|none|drafts|review/.test(path)
          ? 404
          : 200
      expect([path, answer.status]).toEqual([path, expected])
      if (body.includes('Public t')) found++
      expectNothingPrivate(body)
    }
    // The list, the topic, the article in three forms, both feeds.
    expect(found).toBeGreaterThanOrEqual(7)
  })

  it.each(Object.entries(queries))('the query %s answers nothing private', async (_name, query) => {
    for (const each of [...SLUGS, ...TOPICS]) {
      const params = {...FIRST_PLACE, limit: 100, slug: each, topic: each}
      expectNothingPrivate(JSON.stringify(await client().fetch<unknown>(query, params)))
    }
  })
})

describe.each<Reader>([
  ...readers,
  ["with a viewer's token and the drafts perspective", as(() => lake.viewer, 'drafts')],
])('%s', (_, client) => {
  it('the functions answer nothing private', async () => {
    const answers = [
      await listArticles(client(), {limit: 100}),
      await listArticles(client(), {limit: 100, topic: 'topic'}),
      await listFeedEntries(client(), 100),
      await listAddresses(client()),
      ...(await Promise.all(SLUGS.map((each) => getArticle(client(), each)))),
      ...(await Promise.all(TOPICS.map((each) => getTopic(client(), each)))),
    ]
    expect(JSON.stringify(answers)).toContain('Public title')
    for (const answer of answers) expectNothingPrivate(JSON.stringify(answer))
  })
})

it('every query names the type of what it finds', () => {
  for (const query of Object.values(queries)) {
    expect(query).toMatch(/^\s*\*\[_type == "(article|topic)" && /)
    expect(query).not.toMatch(/\.\.\.(?!\$limit|50000)/)
  }
})

import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {getArticle, getTopic, listAddresses, listArticles, listFeedEntries} from '../../deliver/articles.ts'
import {CursorError, readCursor, writeCursor} from '../../deliver/cursor.ts'
import {block, bullet, table} from '../render/portable-text.ts'
import {startLake, type TestLake} from './lake.ts'

let lake: TestLake

/** Of 25 articles the first eight have one date, the next eight another, the rest none: those count from their storing. */
const DATES = ['2026-03-01T00:00:00Z', '2026-02-01T00:00:00Z', undefined]
const stored = Array.from({length: 25}, (_, index) => {
  const publishedAt = DATES[Math.floor(index / 8)]
  return {
    _type: 'article',
    _id: `article-${String(index * 7).padStart(3, '0')}`,
    _createdAt: '2026-01-15T00:00:00Z',
    title: `Article ${index}`,
    slug: {_type: 'slug', current: `article-${index}`},
    body: [block(`Opening words of ${index}.`), block('More.')],
    ...(publishedAt && {publishedAt}),
    ...(index % 2 && {topics: [{_type: 'reference', _key: 't', _ref: 'topic-a'}]}),
    ...(index === 3 && {seo: {noIndex: true}}),
  }
})

beforeAll(async () => {
  lake = await startLake()
  const transaction = lake.editor.transaction()
  transaction.create({
    _type: 'topic',
    _id: 'topic-a',
    title: 'A',
    slug: {current: 'a'},
    description: 'About A.',
  })
  transaction.create({_type: 'author', _id: 'author-a', name: 'Ada', slug: {current: 'ada'}})
  transaction.create({
    _type: 'source',
    _id: 'source-a',
    name: 'The Source',
    domains: ['a.example'],
    trust: 'new',
  })
  for (const article of stored) transaction.create(article)
  transaction.create({
    _type: 'article',
    _id: 'article-whole',
    _createdAt: '2026-01-01T00:00:00Z',
    title: 'Whole',
    slug: {current: 'whole'},
    subtitle: 'Below',
    byline: 'By Ada',
    authors: [
      {_type: 'reference', _key: 'a', _ref: 'author-a'},
      {_type: 'reference', _key: 'b', _ref: 'author-gone', _weak: true},
    ],
    topics: [{_type: 'reference', _key: 't', _ref: 'topic-a'}],
    source: {_type: 'reference', _ref: 'source-a'},
    language: 'en',
    leadImage: {_type: 'figure', url: 'https://a.example/a.jpg', alt: 'Dog'},
    body: [
      block([['a', 'strong', 'l']], {markDefs: [{_type: 'link', _key: 'l', href: 'https://a.example/'}]}),
      bullet('item'),
      table([['H'], ['c']], {caption: 'T'}),
      {_type: 'figure', _key: 'f', url: 'https://a.example/b.jpg'},
      {_type: 'code', _key: 'c', code: 'x'},
      {_type: 'embed', _key: 'e', url: 'https://a.example/v'},
      {_type: 'divider', _key: 'd'},
    ],
  })
  await transaction.commit()
})
afterAll(() => lake.close())

async function walk(limit: number, topic?: string): Promise<string[][]> {
  const pages: string[][] = []
  let cursor: string | undefined
  do {
    const page = await listArticles(lake.site, {limit, cursor, topic})
    pages.push(page.articles.map(({_id}) => _id))
    cursor = page.next
  } while (cursor)
  return pages
}

describe('getArticle', () => {
  it('gives the whole article', async () => {
    const article = await getArticle(lake.site, 'whole')
    expect(article).toMatchObject({
      _id: 'article-whole',
      slug: 'whole',
      title: 'Whole',
      subtitle: 'Below',
      byline: 'By Ada',
      authors: [{_id: 'author-a', name: 'Ada', slug: 'ada'}],
      topics: [{_id: 'topic-a', title: 'A', slug: 'a'}],
      source: {name: 'The Source'},
      leadImage: {url: 'https://a.example/a.jpg', alt: 'Dog', image: null},
    })
    expect(article?.body.map(({_type}) => _type)).toEqual([
      'block',
      'block',
      'table',
      'figure',
      'code',
      'embed',
      'divider',
    ])
    expect(article?.body[1]).toMatchObject({listItem: 'bullet', level: 1})
    expect(article?.body[2]).toMatchObject({
      caption: 'T',
      headerRows: 1,
      rows: [{cells: [{}]}, {cells: [{}]}],
    })
    expect(article?.body.every(({_key}) => _key)).toBe(true)
  })

  it('is null for a slug that no article has', async () => {
    expect(await getArticle(lake.site, 'none')).toBeNull()
  })
})

describe('listArticles', () => {
  const newestFirst = stored
    .toSorted((a, b) => {
      const [x, y] = [a.publishedAt ?? a._createdAt, b.publishedAt ?? b._createdAt]
      return x === y ? (a._id < b._id ? -1 : 1) : x < y ? 1 : -1
    })
    .map(({_id}) => _id)

  it.each([1, 7, 26, 100])('visits every article once, %i at a time', async (limit) => {
    const pages = await walk(limit)
    expect(pages.flat()).toEqual([...newestFirst, 'article-whole'])
    expect(pages.every((page) => page.length > 0)).toBe(true)
  })

  it('repeats and skips nothing when an article is published meanwhile', async () => {
    const first = await listArticles(lake.site, {limit: 5})
    const late = {
      _type: 'article',
      _id: 'article-late',
      title: 'Late',
      slug: {current: 'late'},
      publishedAt: '2026-03-02T00:00:00Z',
    }
    await lake.editor.create(late)
    const second = await listArticles(lake.site, {limit: 5, cursor: first.next})
    await lake.editor.delete('article-late')
    expect([...first.articles, ...second.articles].map(({_id}) => _id)).toEqual(newestFirst.slice(0, 10))
  })

  it('lists a topic', async () => {
    const expected = newestFirst.filter((id) => (Number(id.slice('article-'.length)) / 7) % 2 === 1)
    expect((await walk(5, 'a')).flat()).toEqual([...expected, 'article-whole'])
    expect(await walk(5, 'none')).toEqual([[]])
  })

  it('gives the opening words and no body', async () => {
    const {articles} = await listArticles(lake.site, {limit: 1})
    expect(articles[0]).toMatchObject({title: 'Article 0', excerpt: 'Opening words of 0.'})
    expect(articles[0]).not.toHaveProperty('body')
  })

  it.each([0, -1, 1.5, 101, Number.NaN])('refuses a limit of %d', async (limit) => {
    await expect(listArticles(lake.site, {limit})).rejects.toThrow(RangeError)
  })

  it('refuses a cursor that is not ours', async () => {
    await expect(listArticles(lake.site, {cursor: 'page2'})).rejects.toThrow(CursorError)
  })
})

describe('the rest', () => {
  it('gives feeds whole articles, but those that must not be indexed', async () => {
    const entries = await listFeedEntries(lake.site, 5)
    expect(entries.map(({slug}) => slug)).toEqual([
      'article-0',
      'article-1',
      'article-2',
      'article-4',
      'article-5',
    ])
    expect(entries[0]?.body).toHaveLength(2)
  })

  it('gives sitemaps the address of each, but of those that must not be indexed', async () => {
    const addresses = await listAddresses(lake.site)
    expect(addresses).toHaveLength(25)
    expect(addresses.map(({slug}) => slug)).not.toContain('article-3')
  })

  it('gives a topic', async () => {
    expect(await getTopic(lake.site, 'a')).toMatchObject({title: 'A', description: 'About A.'})
    expect(await getTopic(lake.site, 'b')).toBeNull()
  })
})

describe('cursors', () => {
  it('come back as they went', () => {
    const place = {at: '2026-03-01T00:00:00Z', id: 'article-1'}
    expect(readCursor(writeCursor(place))).toEqual(place)
  })

  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  it.each([
    '',
    'x',
    '💥',
    encode(null),
    encode({at: 'a', id: 'b'}),
    encode(['a']),
    encode(['a', 'b', 'c']),
    encode([1, 'b']),
    encode(['a', '']),
    encode(['a', 'b c']),
    encode(['a'.repeat(101), 'b']),
  ])('%j is none', (cursor) => {
    expect(() => readCursor(cursor)).toThrow(
      /^Expected the cursor of an earlier page, got ".*"\. Start again/,
    )
  })
})

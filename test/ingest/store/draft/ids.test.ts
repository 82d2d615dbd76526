import {createHash} from 'node:crypto'
import {describe, expect, it} from 'vitest'
import {identify, sha256, sourceIdOf} from '../../../../ingest/store/draft/ids.ts'

const hash = sha256('the raw bytes')
const idOf = (text: string) => `article-${createHash('sha256').update(text).digest('hex').slice(0, 24)}`

describe('identify', () => {
  it.each([
    {
      name: 'a canonical address on the same site',
      url: 'https://m.example.com/a?utm_source=x',
      canonicalUrl: 'https://www.example.com/a/',
      from: 'canonical',
      expected: idOf('https://www.example.com/a'),
    },
    {
      name: 'a canonical address, and nothing known of where it was fetched',
      canonicalUrl: 'https://example.com/a',
      from: 'canonical',
      expected: idOf('https://example.com/a'),
    },
    {
      name: 'a canonical address on another site is not believed',
      url: 'https://example.com/a',
      canonicalUrl: 'https://other.example/a',
      from: 'url',
      expected: idOf('https://example.com/a'),
    },
    {
      name: 'nor the root of the site',
      url: 'https://example.com/a',
      canonicalUrl: 'https://example.com/',
      from: 'url',
      expected: idOf('https://example.com/a'),
    },
    {
      name: 'nor what is no address',
      url: 'https://example.com/a',
      canonicalUrl: '/a',
      from: 'url',
      expected: idOf('https://example.com/a'),
    },
    {name: 'no address at all', from: 'bytes', expected: idOf('the raw bytes')},
    {name: 'a file address', url: 'file:///tmp/a.html', from: 'bytes', expected: idOf('the raw bytes')},
  ])('$name', ({url, canonicalUrl, from, expected}) => {
    expect(identify({url, canonicalUrl, hash})).toEqual({articleId: expected, from})
  })
})

describe('sourceIdOf', () => {
  it.each([
    ['https://www.example.com/a', 'source-example-com'],
    ['https://news.example.co.uk/a', 'source-news-example-co-uk'],
    ['https://a-b.com/', 'source-a--b-com'],
    ['https://a.b.com/', 'source-a-b-com'],
    ['http://127.0.0.1:8080/', 'source-127-0-0-1-8080'],
    ['http://[::1]/', 'source-1-'],
  ])('%s: %s', (url, expected) => {
    expect(sourceIdOf(new URL(url))).toBe(expected)
  })

  it('fits an id, whatever the domain', () => {
    const id = sourceIdOf(new URL(`https://${'a-'.repeat(30)}b.${'c-'.repeat(30)}d.example/`))
    expect(id.length).toBeLessThanOrEqual(128)
    expect(id).toMatch(/^source-[a-z0-9-]+$/)
  })
})

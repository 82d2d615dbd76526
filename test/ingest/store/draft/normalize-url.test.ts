import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {domainOf, isSameSite, normalizeUrl} from '../../../../ingest/store/draft/normalize-url.ts'

describe('normalizeUrl', () => {
  it.each([
    ['http://Example.COM/Path', 'https://example.com/Path', 'host in lower case, path as it is'],
    ['https://example.com:443/a', 'https://example.com/a', 'default port'],
    ['http://example.com:80/a', 'https://example.com/a', 'default port of http'],
    ['https://example.com:8443/a', 'https://example.com:8443/a', 'another port'],
    ['https://example.com./a', 'https://example.com/a', 'the dot of the root'],
    ['https://user:secret@example.com/a', 'https://example.com/a', 'user and password'],
    ['https://example.com/a#part', 'https://example.com/a', 'fragment'],
    ['https://example.com/a/', 'https://example.com/a', 'slash at the end'],
    ['https://example.com', 'https://example.com/', 'the root keeps its slash'],
    ['https://example.com/a?utm_source=x&utm_medium=y', 'https://example.com/a', 'tracking parameters'],
    ['https://example.com/a?id=7&fbclid=x', 'https://example.com/a?id=7', 'a parameter that matters'],
    ['https://example.com/a?b=2&a=1', 'https://example.com/a?a=1&b=2', 'order of parameters'],
    ['https://example.com/a?', 'https://example.com/a', 'an empty query'],
    ['https://example.com/%7euser/%c3%a9', 'https://example.com/~user/%C3%A9', 'escapes'],
    ['https://exämple.com/ä', 'https://xn--exmple-cua.com/%C3%A4', 'names and paths beyond ASCII'],
    ['  https://example.com/a  ', 'https://example.com/a', 'white space around'],
  ])('%s becomes %s (%s)', (given, expected) => {
    expect(normalizeUrl(given)).toBe(expected)
  })

  it.each([
    [undefined],
    [''],
    ['/a'],
    ['example.com/a'],
    ['ftp://example.com/a'],
    ['javascript:alert(1)'],
    ['data:,x'],
  ])('%s is no web address', (given) => {
    expect(normalizeUrl(given)).toBeUndefined()
  })

  it('gives its own results back', () => {
    fc.assert(
      fc.property(fc.webUrl({withQueryParameters: true, withFragments: true}), (url) => {
        const once = normalizeUrl(url)
        expect(normalizeUrl(once)).toBe(once)
      }),
    )
  })
})

describe('isSameSite', () => {
  it.each([
    ['https://www.example.com/', 'http://example.com/x', true],
    ['https://m.example.com/', 'https://www.example.com/', true],
    ['https://news.example.com/', 'https://example.com/', true],
    ['https://example.com/', 'https://example.org/', false],
    ['https://notexample.com/', 'https://example.com/', false],
    ['https://sport.example.co.uk/', 'https://news.example.co.uk/', false],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(isSameSite(new URL(a), new URL(b))).toBe(expected)
    expect(isSameSite(new URL(b), new URL(a))).toBe(expected)
  })
})

it('names a publisher by its host, without www', () => {
  expect(domainOf(new URL('https://www.Example.com/a'))).toBe('example.com')
  expect(domainOf(new URL('http://localhost:8080/a'))).toBe('localhost:8080')
})

import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {articlePath, FORMATS, readArticlePath} from '../../deliver/site/paths.ts'

const paths: [slug: string, html: string, json: string][] = [
  ['one', '/articles/one', '/articles/one.json'],
  ['a b/c?d#e%', '/articles/a%20b%2Fc%3Fd%23e%25', '/articles/a%20b%2Fc%3Fd%23e%25.json'],
  [
    'новости',
    '/articles/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8',
    '/articles/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8.json',
  ],
  ['package.json', '/articles/package.json.html', '/articles/package.json.json'],
  ['readme.md', '/articles/readme.md.html', '/articles/readme.md.json'],
  ['index.html', '/articles/index.html.html', '/articles/index.html.json'],
  ['v1.2', '/articles/v1.2', '/articles/v1.2.json'],
  ['..', '/articles/...html', '/articles/...json'],
]

describe('paths of articles', () => {
  it.each(paths)('of %j', (slug, html, json) => {
    expect(articlePath(slug)).toBe(html)
    expect(articlePath(slug, 'json')).toBe(json)
  })

  it('name one slug and one format, whatever the slug', () => {
    fc.assert(
      fc.property(
        fc.string({unit: 'grapheme', minLength: 1}),
        fc.constantFrom(...FORMATS),
        (slug, format) => {
          const path = articlePath(slug, format)
          expect(readArticlePath(path)).toEqual({slug, format})
          // As every client of HTTP sends it.
          expect(new URL(path, 'http://site.example').pathname).toBe(path)
        },
      ),
    )
  })

  it.each(['/articles/', '/articles', '/articles/.json', '/articles/%FF', '/topics/a', '/'])(
    '%s is none',
    (path) => {
      expect(readArticlePath(path)).toBeUndefined()
    },
  )
})

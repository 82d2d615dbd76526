import {describe, expect, it} from 'vitest'
import {InputError} from '../../../../ingest/parse/errors.ts'
import {parseScrape} from '../../../../ingest/parse/parse.ts'
import {type Profile, profileOf, readProfile} from '../../../../ingest/parse/profile/profile.ts'
import {cssSelector, selectorProblem} from '../../../../schemas/checks/css-selector.ts'

const prose = (topic: string) =>
  `<p>${topic}: it went on raining over the whole of the country for a long time, and nobody knew when it would stop again.</p>`
const PAGE = `<!DOCTYPE html><html lang="en"><head><title>Rain | Daily</title></head><body>
<div class="top"><b class="kicker">Kicker</b><h1>Rain</h1><i class="who">By Ada One</i><i class="when">3 May 2026</i></div>
<div class="story">${prose('First')}${prose('Second')}<div class="promo">${prose('Buy')}</div></div>
<aside class="facts">${prose('Facts')}</aside>
<div class="more">${prose('More')}</div>
</body></html>`

const parse = (profile: Partial<Profile>, html = PAGE) =>
  parseScrape(
    {
      bytes: new TextEncoder().encode(html),
      origin: 'page.html',
      contentType: 'text/html; charset=utf-8',
      url: 'https://example.com/rain',
    },
    {profile: {source: 'example.com', keep: [], remove: [], ...profile}},
  )
const textOf = (profile: Partial<Profile>, html?: string): string =>
  JSON.stringify(parse(profile, html).article.body)
const codesOf = (profile: Partial<Profile>) => parse(profile).findings.map(({code}) => code)

describe('what a profile keeps and removes', () => {
  it('keeps one part', () => {
    const text = textOf({keep: ['.story']})
    for (const kept of ['First', 'Second']) expect(text).toContain(kept)
    for (const gone of ['Facts', 'More']) expect(text).not.toContain(gone)
  })
  it('keeps several parts, furniture among them, in the order of the page', () => {
    const text = textOf({keep: ['.facts', '.story']})
    expect(text.indexOf('First')).toBeLessThan(text.indexOf('Facts'))
    expect(text).toContain('Facts')
    expect(text).not.toContain('More')
  })
  it('removes a part of what it keeps', () => {
    const profile = {keep: ['.story'], remove: ['.promo', '.more']}
    expect(textOf(profile)).not.toContain('Buy')
    const found = parse(profile).findings.filter(({code}) => code === 'profile-removed')
    expect(found.map(({message}) => message).join()).toContain('`.promo`')
  })
  it('says where everything went', () => {
    const result = parse({keep: ['.story', '.facts'], remove: ['.promo']})
    expect(result.findings.filter(({code}) => code === 'text-lost')).toEqual([])
    const removed = result.partition
      .filter(({kind}) => kind === 'removed')
      .map(({start, end}) => result.source.slice(start, end))
    expect(removed.join()).toContain('Buy')
  })
  it('falls back to the general rules where it keeps nothing of the page, and says so', () => {
    expect(textOf({keep: ['.elsewhere']})).toContain('First')
    expect(codesOf({keep: ['.elsewhere']})).toContain('profile-unmatched')
  })
  it('works on a fragment', () => {
    const html = `<div class="a">${prose('One')}</div><div class="b">${prose('Two')}</div>`
    expect(textOf({keep: ['.b']}, html)).not.toContain('One')
    expect(textOf({remove: ['.b']}, html)).not.toContain('Two')
  })
})

describe('what a profile says of title, byline and date', () => {
  it('is believed', () => {
    expect(parse({title: '.kicker', byline: '.who', date: '.when'}).article).toMatchObject({
      title: 'Kicker',
      byline: 'Ada One',
      publishedAt: '2026-05-03',
    })
  })
  it('is looked for elsewhere where there is nothing, and that is said', () => {
    expect(parse({title: '.elsewhere'}).article.title).toBe('Rain')
    expect(codesOf({title: '.elsewhere'})).toContain('profile-unmatched')
  })
})

describe('what a profile takes for an article', () => {
  it('sets other pages aside', () => {
    expect(() => parse({isArticle: '.story'})).not.toThrow()
    expect(() => parse({isArticle: 'article'})).toThrow(
      expect.objectContaining({code: 'no-article', message: expect.stringContaining('example.com')}),
    )
  })
  it('comes before the general rules', () => {
    const html = '<html><body><h1>Access denied</h1><p class="x">Access denied</p></body></html>'
    expect(() => parse({}, html)).toThrow(InputError)
    expect(() => parse({isArticle: '.x'}, html)).not.toThrow()
  })
})

/** Valid CSS that hast-util-select 6.0.4 answers wrongly without an error: findings/hast-select-not-descendant.sh. */
const UNSOUND = [
  'p:not(article p)',
  'p:is(article > p)',
  'h2:has(+ p)',
  'div:has(.a:not(b c))',
  'main h2:has(~ p)',
]

describe('selectors', () => {
  it.each([
    'article',
    '.a > p:first-child',
    'div:has(> p)',
    '[data-x="a:b"]',
    'main, #a',
    'p:not(.b):nth-child(2n+1)',
    'p:not(.a, .b)',
    'article:has(h2 + p)',
    'article p:is(.a, #b)',
  ])('%s', (selector) => {
    expect(selectorProblem(selector)).toBeUndefined()
    expect(cssSelector(selector)).toBe(true)
  })
  it.each(['', ' ', 'a[', 'div >', 'a,,b', '#1a', 'a:hover', 'p::before', 'a:nonsense', ':is(a', ...UNSOUND])(
    'not %s',
    (selector) => {
      expect(selectorProblem(selector)).toBeTypeOf('string')
      expect(cssSelector(selector)).toContain(selector)
      expect(() => profileOf({_type: 'sourceProfile', keep: ['p', selector]}, 'example.com')).toThrow(
        expect.objectContaining({code: 'bad-profile', message: expect.stringContaining(`\`${selector}\``)}),
      )
    },
  )
  it('a profile without rules is none', () => {
    expect(profileOf({_type: 'sourceProfile', keep: [], remove: []}, 'x')).toBeUndefined()
    expect(profileOf(undefined, 'x')).toBeUndefined()
  })
})

describe('a profile in a file', () => {
  it('is the whole document or part of a source document', () => {
    const profile = {keep: ['.a'], title: 'h2'}
    const expected = {source: 'p.json', keep: ['.a'], remove: [], title: 'h2'}
    expect(readProfile(JSON.stringify(profile), 'p.json')).toEqual(expected)
    expect(readProfile(JSON.stringify({_type: 'source', name: 'X', profile}), 'p.json')).toEqual(expected)
  })
  it.each(['{', '[]', '{"keeps": []}', '{"keep": "a"}', '{"title": ["a"]}', '{"title": "a["}'])(
    'not %s',
    (text) => {
      expect(() => readProfile(text, 'p.json')).toThrow(
        expect.objectContaining({code: 'bad-profile', message: expect.stringContaining('p.json')}),
      )
    },
  )
})

import rehypeParse from 'rehype-parse'
import {unified} from 'unified'
import {describe, expect, it} from 'vitest'
import {collect} from '../../../ingest/metadata/collect.ts'
import {toIsoDate} from '../../../ingest/metadata/dates.ts'
import {metadataOf} from '../../../ingest/metadata/index.ts'
import type {Metadata} from '../../../ingest/types.ts'

const parser = unified().use(rehypeParse).freeze()
const read = (html: string, url?: string) => metadataOf(collect(parser.parse(html)), url)
const ld = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`

describe('what a page says of itself', () => {
  it.each<[string, string, Partial<Metadata>]>([
    [
      'JSON-LD',
      ld({
        '@type': 'NewsArticle',
        headline: 'Rain',
        alternativeHeadline: 'And more',
        author: [{name: 'A. One'}, {name: 'B. Two'}],
        datePublished: '2026-01-31T10:00:00+02:00',
        inLanguage: 'en_GB',
      }),
      {
        title: 'Rain',
        subtitle: 'And more',
        byline: 'A. One, B. Two',
        authors: ['A. One', 'B. Two'],
        publishedAt: '2026-01-31T08:00:00.000Z',
        language: 'en-GB',
      },
    ],
    [
      'a graph of JSON-LD',
      ld({
        '@graph': [
          {'@type': 'WebSite', name: 'Site'},
          {'@type': ['Thing', 'Article'], headline: 'Rain'},
        ],
      }),
      {title: 'Rain'},
    ],
    [
      'JSON-LD with references in it',
      ld({'@type': 'Article', headline: 'Rain &#038; wind &mdash; &unknown;', author: 'Written by: A. One'}),
      {title: 'Rain & wind — &unknown;', byline: 'A. One', authors: ['A. One']},
    ],
    ['broken JSON-LD', `<script type="application/ld+json">{"@type": "Article",</script>`, {}],
    [
      'JSON-LD with line breaks in it',
      `<script type="application/ld+json">{"@type": "Article", "headline": "Ra\nin"}</script>`,
      {title: 'Ra in'},
    ],
    [
      'OpenGraph',
      '<meta property="og:title" content="Rain"><meta property="og:site_name" content="Daily"><meta property="og:locale" content="de_AT">',
      {title: 'Rain', siteName: 'Daily', language: 'de-AT'},
    ],
    [
      'meta names',
      '<meta name="author" content="By A. One"><meta name="date" content="2026-01-31">',
      {byline: 'A. One', authors: ['A. One'], publishedAt: '2026-01-31T00:00:00.000Z'},
    ],
    [
      'an image',
      '<meta property="og:image" content="/a.png"><meta property="og:image:alt" content="A">',
      {leadImage: {url: 'https://example.com/a.png', alt: 'A'}},
    ],
    [
      'microdata',
      '<h1 itemprop="headline">Rain</h1><time itemprop="datePublished" datetime="2026-01-31">x</time>',
      {title: 'Rain', publishedAt: '2026-01-31T00:00:00.000Z'},
    ],
    [
      'a marked time',
      '<time class="entry-date" datetime="2026-01-31">x</time>',
      {publishedAt: '2026-01-31T00:00:00.000Z'},
    ],
    ['a time in the text', '<p>since <time datetime="1999-01-31">then</time></p>', {}],
    [
      'a window title with the name of the site',
      '<meta property="og:site_name" content="The Daily"><title>Rain ahead | The Daily</title>',
      {title: 'Rain ahead', siteName: 'The Daily'},
    ],
    [
      'a window title that holds the heading',
      '<title>Rain ahead - News</title><h1>Rain ahead</h1><h1>More</h1>',
      {title: 'Rain ahead'},
    ],
    ['the language of the page', '<html lang="fa">', {language: 'fa'}],
    ['a language that is none', '<html lang="x y">', {}],
    ['nothing', '<p>text</p>', {}],
  ])('%s', (_, html, expected) => {
    expect(read(html, 'https://example.com/2026/rain')).toEqual(expected)
  })
})

describe('the canonical address', () => {
  it.each<[string, string | undefined, string | undefined]>([
    ['https://example.com/2026/rain', 'https://example.com/2026/rain?ref=1', 'https://example.com/2026/rain'],
    ['/2026/rain#top', 'https://example.com/x', 'https://example.com/2026/rain'],
    ['https://www.example.com/rain', 'https://example.com/rain?m', 'https://www.example.com/rain'],
    ['https://other.example/rain', 'https://example.com/rain', undefined],
    ['https://example.com/', 'https://example.com/rain', undefined],
    ['https://example.com/rain', undefined, 'https://example.com/rain'],
    ['/rain', undefined, undefined],
    ['javascript:x', 'https://example.com/rain', undefined],
  ])('%s of %s', (href, url, expected) => {
    expect(read(`<link rel="canonical" href="${href}">`, url).canonicalUrl).toBe(expected)
  })
})

describe('dates', () => {
  it.each<[string, string | undefined]>([
    ['2026-01-31', '2026-01-31T00:00:00.000Z'],
    ['2026-01-31T23:30:00-05:00', '2026-02-01T04:30:00.000Z'],
    ['2026-01-31 10:00', '2026-01-31T10:00:00.000Z'],
    ['31 January 2026', '2026-01-31T00:00:00.000Z'],
    ['Sat, 31 Jan 2026 10:00:00 GMT', '2026-01-31T10:00:00.000Z'],
    ['January 31, 2026', '2026-01-31T00:00:00.000Z'],
    ['2026-02-31', undefined],
    ['03/04/2026', undefined],
    ['yesterday', undefined],
    ['', undefined],
  ])('%s', (value, expected) => {
    expect(toIsoDate(value)).toBe(expected)
  })
})

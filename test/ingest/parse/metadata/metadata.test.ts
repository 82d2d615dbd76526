import rehypeParse from 'rehype-parse'
import {unified} from 'unified'
import {describe, expect, it} from 'vitest'
import {contradictions} from '../../../../ingest/parse/metadata/contradictions.ts'
import {metadataOf} from '../../../../ingest/parse/metadata/index.ts'
import type {Metadata} from '../../../../ingest/parse/types.ts'

const parser = unified().use(rehypeParse).freeze()
const read = (html: string, url?: string) => metadataOf(parser.parse(html), {url}).metadata
const ld = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`

describe('the metadata of a page', () => {
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
        publishedAt: '2026-01-31T10:00:00+02:00',
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
      {title: 'Rain', siteName: 'Site'},
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
      {byline: 'A. One', authors: ['A. One'], publishedAt: '2026-01-31'},
    ],
    [
      'an image',
      '<meta property="og:image" content="/a.png"><meta property="og:image:alt" content="A">',
      {leadImage: {url: 'https://example.com/a.png', alt: 'A'}},
    ],
    [
      'microdata',
      '<h1 itemprop="headline">Rain</h1><time itemprop="datePublished" datetime="2026-01-31">x</time>',
      {title: 'Rain', publishedAt: '2026-01-31'},
    ],
    ['a marked time', '<time class="entry-date" datetime="2026-01-31">x</time>', {publishedAt: '2026-01-31'}],
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

const article = {'@type': 'NewsArticle', headline: 'Rain'}

describe('JSON-LD as pages carry it', () => {
  it.each<[string, string, Partial<Metadata>]>([
    [
      'authors by reference, in another script',
      ld({...article, author: {'@id': '#a'}}) +
        ld({'@graph': [{'@type': 'Person', '@id': '#a', name: 'Ada One'}]}),
      {byline: 'Ada One', authors: ['Ada One']},
    ],
    [
      'the article of several that the page is',
      ld([
        {...article, headline: 'Other', url: 'https://example.com/2026/other'},
        {...article, mainEntityOfPage: {'@id': 'https://www.example.com/2026/rain/'}},
      ]),
      {title: 'Rain'},
    ],
    [
      'an author with a list of names',
      ld({...article, author: {'@type': 'Person', name: ['Ada One', 'Bo Two']}}),
      {authors: ['Ada One', 'Bo Two']},
    ],
    [
      'trailing commas, comments and a cut end',
      '<script type="application/ld+json">/* x */ {"@type": "Article", "headline": "Rain", "author": [{"name": "Ada One",},],</script>',
      {title: 'Rain', byline: 'Ada One'},
    ],
    [
      'quotation marks that nobody escaped',
      '<script type="application/ld+json">{"@type": "Article", "headline": "The "great" rain", "author": "Ada One"}</script>',
      {title: 'The "great" rain', byline: 'Ada One'},
    ],
    [
      'section and tags',
      ld({...article, articleSection: ['Weather'], keywords: 'wind, rain'}),
      {section: 'Weather', tags: ['wind', 'rain']},
    ],
    [
      'the date of the page where the article has none',
      ld({'@type': 'WebPage', datePublished: '2026-01-31T10:00:00Z'}),
      {publishedAt: '2026-01-31T10:00:00Z'},
    ],
    [
      'a prototype',
      '<script type="application/ld+json">{"@type": "Article", "__proto__": {"headline": "x"}}</script>',
      {},
    ],
  ])('%s', (_, html, expected) => {
    expect(read(html, 'https://example.com/2026/rain')).toMatchObject(expected)
  })
})

describe('whom the source names', () => {
  const page = (line: string, lang = 'en') =>
    `<html lang="${lang}"><h1>Rain ahead</h1><div>${line}</div><p>Text of it.</p>`
  it.each<[string, string, string | undefined, string?]>([
    ['English', '<p>By <a>Ada One</a></p>', 'Ada One'],
    ['German', '<p>Von Ada One</p>', 'Ada One', 'de'],
    [
      'a name that begins like a preposition of another language',
      '<p class="author">Von Braun</p>',
      'Von Braun',
    ],
    ['Spanish', '<p>Por Ada Uno</p>', 'Ada Uno', 'es'],
    ['French', '<p>Publié par Ada Un</p>', 'Ada Un', 'fr'],
    ['Italian', '<p>di Ada Uno</p>', 'Ada Uno', 'it'],
    ['Dutch', '<p>Door Ada Een</p>', 'Ada Een', 'nl'],
    ['Norwegian', '<p>Av Ada En</p>', 'Ada En', 'nb'],
    ['Russian', '<p>Автор: Ада Одна</p>', 'Ада Одна', 'ru'],
    ['Chinese', '<p>作者：艾达</p>', '艾达', 'zh'],
    ['a label of its own', '<div class="post-author"><b>Author</b> <i>Ada One</i></div>', 'Ada One'],
    ['with the date behind', '<p>By Ada One | 3 May 2026</p>', 'Ada One'],
    ['after the date', '<p>05/03/2026 by Ada One</p>', 'Ada One'],
    ['a class made of several words', '<span class="ArticleAuthor__name">Ada One</span>', 'Ada One'],
    ['a sentence', '<p>By the time it rained, all was dry.</p>', undefined],
    ['somebody who reviewed it', '<p>Reviewed by Ada One</p>', undefined],
    ['a link with rel=author', '<a rel="author">Ada One</a>', 'Ada One'],
  ])('%s', (_, line, byline, lang) => {
    expect(read(page(line, lang)).byline).toBe(byline)
  })

  it.each<[string, string, string | undefined]>([
    [
      'the page before an account',
      `${ld({...article, author: 'ada.one'})}<h1>Rain</h1><p>By Ada One</p>`,
      'Ada One',
    ],
    [
      'the page before the site',
      `${ld({...article, author: 'Daily', publisher: {name: 'Daily'}})}<h1>Rain</h1><p>By Ada One</p>`,
      'Ada One',
    ],
    [
      'the site where nobody else is named',
      ld({...article, author: 'Daily', publisher: {name: 'Daily'}}),
      'Daily',
    ],
    ['no address', '<meta property="article:author" content="https://example.com/ada">', undefined],
    [
      'no author of a comment',
      '<div itemscope itemtype="https://schema.org/Comment"><b itemprop="author">Bo Two</b></div>',
      undefined,
    ],
  ])('%s', (_, html, byline) => {
    expect(read(html).byline).toBe(byline)
  })
})

it('the front page of a site is called like the site', () => {
  const html =
    '<title>The Daily | News of the north</title><meta property="og:site_name" content="The Daily">'
  expect(read(html, 'https://daily.example/').title).toBe('The Daily')
  expect(read(html, 'https://daily.example/news').title).toBe('News of the north')
  // Unless a heading says what the page is.
  expect(read(`${html}<h1>News of the north</h1>`, 'https://daily.example/').title).toBe('News of the north')
})

describe('the heading', () => {
  it.each<[string, string, string]>([
    [
      'unless the window’s title has it beside the title',
      '<title>Lessons Learned: The lean kitchen</title><meta property="og:title" content="The lean kitchen"><h1>Lessons Learned</h1>',
      'The lean kitchen',
    ],
    ['and a host’s name by any of its ends', '<title>Rain ahead | Daily.example</title>', 'Rain ahead'],
    [
      'rather than a title for sharing',
      '<meta property="og:title" content="You will not believe the rain"><h1>Rain ahead</h1>',
      'Rain ahead',
    ],
    [
      'of several the one that is the title',
      '<title>Rain ahead - Daily</title><h1>Daily</h1><h1>Rain ahead</h1>',
      'Rain ahead',
    ],
    [
      'in the case that the page gives it elsewhere, if it is all in capitals',
      '<meta property="og:title" content="Minister resigns over EU row"><h1>MINISTER RESIGNS OVER EU ROW</h1>',
      'Minister resigns over EU row',
    ],
    [
      'in capitals where the page has it in no other case',
      '<meta property="og:title" content="NATO AND EU"><h1>NATO AND EU</h1>',
      'NATO AND EU',
    ],
    [
      'not the name of the site',
      '<title>Rain ahead</title><meta property="og:site_name" content="Daily"><h1>Daily</h1>',
      'Rain ahead',
    ],
    [
      'of lower rank, where the first is the site’s or the section’s',
      '<title>Rain is ahead of us all | Weather | A. One</title><h1>Hi, I am A. One</h1><h2>Archive</h2><h2>Rain is ahead of us all</h2>',
      'Rain is ahead of us all',
    ],
    [
      'of the first rank all the same, where none of lower rank is the title',
      '<title>All about the rain of the year</title><h1>Rain ahead</h1><h2>The rain of the year before</h2>',
      'Rain ahead',
    ],
    [
      'without section and site',
      '<title>Rain ahead | Weather | Daily</title><meta property="og:site_name" content="Daily"><meta property="article:section" content="Weather">',
      'Rain ahead',
    ],
  ])('%s', (_, html, title) => {
    expect(read(html, 'https://news.daily.example/rain').title).toBe(title)
  })
})

it('a time of day is nobody’s name', () => {
  const html =
    '<h1>Rain ahead</h1><div class="byline"><p>9:39AM BST</p></div><p>By A. One</p><p>Text of it.</p>'
  expect(read(html).byline).toBe('A. One')
})

describe('authors in elements of one kind', () => {
  const box = (...names: string[]) => names.map((name) => `<div class="author">${name}</div>`).join('')

  it('one after the other are of one byline', () => {
    const {byline, authors} = read(`<h1>Rain ahead</h1>${box('Ann One', 'Bob Two')}<p>Text of it.</p>`)
    expect(byline).toBe('Ann One, Bob Two')
    expect(authors).toEqual(['Ann One', 'Bob Two'])
  })

  it('apart are of other articles', () => {
    const html = `<h1>Rain ahead</h1>${box('Ann One')}<p>One.</p><p>Two.</p><p>Three.</p>${box('Bob Two')}`
    expect(read(html).authors).toEqual(['Ann One'])
  })

  it('a name and what is more than a name are one', () => {
    expect(read(`<h1>Rain ahead</h1>${box('Ann One', 'Ann One, Bern')}`).authors).toEqual(['Ann One'])
  })
})

it('a moment as programs count it', () => {
  const published = (datePublished: unknown) =>
    read(ld({'@type': 'NewsArticle', headline: 'Rain', datePublished})).publishedAt
  expect(published(1777802400000)).toBe('2026-05-03T10:00:00Z')
  expect(published(1777802400)).toBe('2026-05-03T10:00:00Z')
  expect(published(20260503)).toBeUndefined()
})

describe('dates on the page', () => {
  const page = (line: string, lang = 'en') =>
    `<html lang="${lang}"><h1>Rain ahead</h1><div>${line}</div><p>Text of it.</p>`
  it.each<[string, string, Partial<Metadata>]>([
    ['a line', page('<p>May 3, 2026</p>'), {publishedAt: '2026-05-03'}],
    [
      'in the language of the page',
      page('<p>Veröffentlicht am 16. März 2026 um 14:05 Uhr</p>', 'de'),
      {publishedAt: '2026-03-16T14:05:00'},
    ],
    [
      'an update beside it',
      page('<p>Updated May 4, 2026</p><p>Published May 3, 2026</p>'),
      {publishedAt: '2026-05-03', modifiedAt: '2026-05-04'},
    ],
    [
      'an update and a day in one line',
      page('<p>Updated May 4, 2026 | Published May 3, 2026</p>'),
      {publishedAt: '2026-05-03', modifiedAt: '2026-05-04'},
    ],
    ['an update alone', page('<p>Updated May 4, 2026</p>'), {modifiedAt: '2026-05-04'}],
    [
      'a day in the text',
      page(
        '<p>It rained on May 3, 2026, and it rained so long that nobody in the whole of the town could remember a day on which it had rained like that, or longer.</p>',
      ),
      {},
    ],
  ])('%s', (_, html, expected) => {
    const {publishedAt, modifiedAt} = read(html)
    expect({publishedAt, modifiedAt}).toEqual({publishedAt: undefined, modifiedAt: undefined, ...expected})
  })

  it('the address has a day where nothing else does', () => {
    expect(read('<p>text</p>', 'https://example.com/2026/01/31/rain').publishedAt).toBe('2026-01-31')
  })
})

describe('a contradiction between sources', () => {
  const reported = (html: string) => {
    const {metadata, candidates} = metadataOf(parser.parse(html))
    return contradictions(metadata, candidates)
  }
  it('is reported with both values and their places', () => {
    const html = `${ld({...article, datePublished: '2026-01-31T10:00:00Z'})}<meta name="date" content="2025-06-01">`
    const [finding, ...others] = reported(html)
    expect(others).toEqual([])
    expect(finding).toMatchObject({
      code: 'metadata-contradicts',
      before: '2025-06-01',
      after: '2026-01-31T10:00:00Z',
    })
    expect(finding?.message).toContain('date of publication')
    expect(finding?.ranges.map(({start, end}) => html.slice(start, end))).toEqual([
      expect.stringMatching(/^<script/),
      '<meta name="date" content="2025-06-01">',
    ])
  })
  it.each([
    [
      'one moment in two zones',
      `${ld({...article, datePublished: '2026-01-31T23:00:00-05:00'})}<meta name="date" content="2026-02-01">`,
    ],
    ['one title in two wordings', '<meta property="og:title" content="Rain is ahead"><h1>Rain ahead</h1>'],
  ])('%s is none', (_, html) => {
    expect(reported(html)).toEqual([])
  })
  it('a time without zone is reported', () => {
    expect(reported(ld({...article, datePublished: '2026-01-31T10:00:00'}))).toMatchObject([
      {code: 'date-without-zone'},
    ])
  })
})

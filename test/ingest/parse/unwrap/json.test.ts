/** Answers of APIs: each plain field in the article's metadata, and nothing of the answer around it. */
import {describe, expect, it} from 'vitest'
import {parseScrape} from '../../../../ingest/parse/parse.ts'
import type {ParsedArticle} from '../../../../ingest/parse/types.ts'

const parse = (document: unknown, url?: string): ParsedArticle =>
  parseScrape({
    bytes: new TextEncoder().encode(typeof document === 'string' ? document : JSON.stringify(document)),
    origin: 'test',
    ...(url && {url}),
  }).article

const HTML =
  '<p>The weir at the mill was mended in a week, after the spring flood had taken two of its gates.</p><p>Eels climb it again, as the warden counted on Sunday night.</p>'

describe('an API', () => {
  it.each([
    [{author: {name: 'Ida Moss'}}, {authors: ['Ida Moss']}],
    [
      {authors: [{first_name: 'Ida', last_name: 'Moss'}, {name: 'Per Dahl'}]},
      {authors: ['Ida Moss', 'Per Dahl']},
    ],
    [
      {byline: 'By Ida Moss and Per Dahl'},
      {byline: 'Ida Moss and Per Dahl', authors: ['Ida Moss', 'Per Dahl']},
    ],
    [{author: 17}, {authors: undefined}],
    [{published_at: '2024-04-02T08:00:00Z'}, {publishedAt: '2024-04-02T08:00:00Z'}],
    [{published: 1_712_044_800}, {publishedAt: '2024-04-02T08:00:00Z'}],
    [{date: 'soon'}, {publishedAt: undefined}],
    [{updatedAt: '2024-04-03'}, {modifiedAt: '2024-04-03'}],
    [{created_at: '2024-04-01'}, {publishedAt: undefined}],
    [{url: 'https://mill.example/weir'}, {canonicalUrl: 'https://mill.example/weir'}],
    [{url: ''}, {canonicalUrl: undefined}],
    [{dek: 'Two gates were gone.'}, {subtitle: 'Two gates were gone.'}],
    [{excerpt: 'The weir at the mill was mended in a week'}, {subtitle: undefined}],
    [
      {category: {name: 'Rivers'}, tags: ['eels', {name: 'mills'}]},
      {section: 'Rivers', tags: ['eels', 'mills']},
    ],
    [
      {featured_image: {url: 'https://mill.example/w.jpg', alt: 'A weir'}},
      {leadImage: {url: 'https://mill.example/w.jpg', alt: 'A weir'}},
    ],
    [{image: 44}, {leadImage: undefined}],
    [{lang: 'en_GB'}, {language: 'en-GB'}],
  ])('declares %j', (fields, expected) => {
    const article = parse({title: 'The <em>Weir</em> &amp; the Eels', body: HTML, ...fields})
    expect(article.title).toBe('The Weir & the Eels')
    const named = Object.keys(expected) as (keyof ParsedArticle)[]
    expect(Object.fromEntries(named.map((key) => [key, article[key]]))).toEqual(expected)
  })

  it('says nothing of the article by what is around it, and all by the thing that its fields are a part of', () => {
    const article = parse({
      date: '2031-01-01',
      author: 'The API',
      response: {
        content: {
          webTitle: 'The Weir',
          webPublicationDate: '2024-04-02T08:00:00Z',
          webUrl: 'https://mill.example/weir',
          sectionName: 'Rivers',
          fields: {headline: 'The Weir', body: HTML, byline: 'Ida Moss'},
        },
      },
    })
    expect(article).toMatchObject({
      authors: ['Ida Moss'],
      publishedAt: '2024-04-02T08:00:00Z',
      canonicalUrl: 'https://mill.example/weir',
      section: 'Rivers',
    })
  })

  it('leaves a kept page to speak for itself', () => {
    const html = `<!doctype html><html><head><title>The Weir</title><meta property="article:published_time" content="2024-04-02"></head><body><article><h1>The Weir</h1>${HTML}</article></body></html>`
    const article = parse({url: 'https://mill.example/weir', date: '2031-01-01', author: 'bot', html})
    expect(article.publishedAt).toBe('2024-04-02')
    expect(article.authors).toBeUndefined()
  })

  it('is read as far as it goes', () => {
    const whole = JSON.stringify({title: 'The Weir', author: 'Ida Moss', body: HTML})
    expect(parse(whole.slice(0, -40))).toMatchObject({title: 'The Weir', authors: ['Ida Moss']})
  })
})

describe('WordPress', () => {
  const post = {
    id: 12,
    date: '2024-04-02T10:00:00',
    date_gmt: '2024-04-02T08:00:00',
    modified_gmt: '2024-04-03T08:00:00',
    slug: 'weir',
    link: 'https://mill.example/weir/',
    title: {rendered: 'The Weir &#8217;Gain'},
    content: {rendered: HTML, protected: false},
    excerpt: {rendered: '<p>The weir at the mill was mended [&hellip;]</p>\n', protected: false},
    author: 3,
    categories: [4],
    tags: [8, 9],
  }

  it('declares times in UTC, the address, and no numbers', () => {
    const article = parse(post, 'https://mill.example/wp-json/wp/v2/posts/12')
    expect(article).toMatchObject({
      title: 'The Weir ’Gain',
      publishedAt: '2024-04-02T08:00:00Z',
      modifiedAt: '2024-04-03T08:00:00Z',
      canonicalUrl: 'https://mill.example/weir/',
    })
    expect(article.authors ?? article.tags ?? article.subtitle ?? article.section).toBeUndefined()
  })

  it('declares what is embedded', () => {
    const article = parse({
      ...post,
      _embedded: {
        author: [{id: 3, name: 'Ida Moss'}],
        'wp:featuredmedia': [
          {
            source_url: 'https://mill.example/w.jpg',
            alt_text: 'A weir',
            caption: {rendered: '<p>In May.</p>'},
          },
        ],
        'wp:term': [[{name: 'Rivers', taxonomy: 'category'}], [{name: 'eels', taxonomy: 'post_tag'}]],
      },
    })
    expect(article).toMatchObject({
      authors: ['Ida Moss'],
      tags: ['Rivers', 'eels'],
      leadImage: {url: 'https://mill.example/w.jpg', alt: 'A weir', caption: 'In May.'},
    })
  })
})

describe('JSON Feed', () => {
  it('has the title of the item, and the authors of the feed where the item has none', () => {
    const article = parse({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'The Mill Race',
      language: 'en',
      authors: [{name: 'Ida Moss'}],
      items: [
        {
          id: '1',
          url: 'https://mill.example/weir',
          title: 'The Weir',
          content_html: HTML,
          summary: 'Two gates were gone.',
          image: 'https://mill.example/w.jpg',
          date_published: '2024-04-02T10:00:00+02:00',
          date_modified: '2024-04-03T10:00:00+02:00',
          tags: ['eels, young', 'mills'],
        },
      ],
    })
    expect(article).toMatchObject({
      title: 'The Weir',
      subtitle: 'Two gates were gone.',
      authors: ['Ida Moss'],
      publishedAt: '2024-04-02T10:00:00+02:00',
      modifiedAt: '2024-04-03T10:00:00+02:00',
      language: 'en',
      siteName: 'The Mill Race',
      tags: ['eels, young', 'mills'],
      leadImage: {url: 'https://mill.example/w.jpg'},
    })
  })
})

describe('JSON-LD', () => {
  it('follows references in its graph', () => {
    const article = parse({
      '@context': 'https://schema.org',
      '@graph': [
        {'@type': 'Person', '@id': '#ida', name: 'Ida Moss'},
        {
          '@type': 'NewsArticle',
          headline: 'The Weir',
          author: {'@id': '#ida'},
          datePublished: '2024-04-02',
          articleSection: 'Rivers',
          keywords: 'eels, mills',
          publisher: {'@type': 'Organization', name: 'The Mill Race'},
          articleBody: HTML,
        },
      ],
    })
    expect(article).toMatchObject({
      title: 'The Weir',
      authors: ['Ida Moss'],
      publishedAt: '2024-04-02',
      section: 'Rivers',
      tags: ['eels', 'mills'],
      siteName: 'The Mill Race',
    })
  })
})

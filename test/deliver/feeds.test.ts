import {describe, expect, it} from 'vitest'
import {articleJson, writeArticleJson} from '../../deliver/article/json.ts'
import {articleJsonLd} from '../../deliver/article/json-ld.ts'
import {jsonFeed} from '../../deliver/feeds/json-feed.ts'
import {rss} from '../../deliver/feeds/rss.ts'
import type {SiteInfo} from '../../deliver/feeds/site-info.ts'
import {sitemap} from '../../deliver/feeds/sitemap.ts'
import {frozen} from '../render/portable-text.ts'
import {article, feedEntry} from './article.ts'

const site: SiteInfo = {
  title: 'The Site & Co',
  description: 'News.',
  baseUrl: 'https://site.example',
  articleUrl: ({slug}) => `https://site.example/articles/${slug}`,
}
const paragraph = {
  _key: 'a',
  _type: 'block' as const,
  style: 'normal' as const,
  listItem: null,
  level: null,
  children: [{_key: 'b', _type: 'span' as const, text: 'Salt < pepper', marks: []}],
  markDefs: [],
}
const full = {
  title: 'Salt & pepper\u0007',
  subtitle: 'A comparison',
  byline: 'By Ada',
  authors: [{_id: 'author-a', name: 'Ada', slug: 'ada'}],
  topics: [{_id: 'topic-a', title: 'Food', slug: 'food'}],
  publishedAt: '2026-03-01T10:00:00+02:00',
  modifiedAt: '2026-03-02T00:00:00Z',
  language: 'en-gb',
  canonicalUrl: 'https://origin.example/salt',
  leadImage: {url: 'https://a.example/a.jpg', alt: null, caption: null, credit: null, image: null},
  body: [paragraph],
}

describe('rss', () => {
  it('has an item for each article', () => {
    expect(rss(frozen([feedEntry({...full, excerpt: 'Salt < pepper'})]), site)).toBe(
      '<?xml version="1.0" encoding="utf-8"?>\n' +
        '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">' +
        '<channel><title>The Site &amp; Co</title><link>https://site.example/</link><description>News.</description>' +
        '<atom:link href="https://site.example/feed.xml" rel="self" type="application/rss+xml"></atom:link>' +
        '<lastBuildDate>Mon, 02 Mar 2026 00:00:00 GMT</lastBuildDate>' +
        '<item><title>Salt &amp; pepper</title><link>https://site.example/articles/one</link>' +
        '<guid isPermaLink="false">article-1</guid><pubDate>Sun, 01 Mar 2026 08:00:00 GMT</pubDate>' +
        '<dc:creator>Ada</dc:creator><category>Food</category><description>A comparison</description>' +
        '<content:encoded>&lt;p&gt;Salt &amp;lt; pepper&lt;/p&gt;</content:encoded></item></channel></rss>\n',
    )
  })

  it('leaves out what an article does not say', () => {
    const feed = rss([feedEntry({publishedAt: 'yesterday'})], site)
    expect(feed).toContain(
      '<item><title>One</title><link>https://site.example/articles/one</link><guid isPermaLink="false">article-1</guid></item>',
    )
    expect(rss([], site)).not.toContain('lastBuildDate')
  })
})

describe('jsonFeed', () => {
  it('has an item for each article', () => {
    expect(JSON.parse(JSON.stringify(jsonFeed(frozen([feedEntry(full), feedEntry()]), site)))).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      feed_url: 'https://site.example/feed.json',
      items: [
        {
          id: 'article-1',
          url: 'https://site.example/articles/one',
          title: 'Salt & pepper\u0007',
          content_html: '<p>Salt &lt; pepper</p>',
          summary: 'A comparison',
          image: 'https://a.example/a.jpg',
          date_published: '2026-03-01T08:00:00.000Z',
          authors: [{name: 'Ada'}],
          tags: ['Food'],
          language: 'en-GB',
        },
        {id: 'article-1', url: 'https://site.example/articles/one', title: 'One', content_html: ''},
      ],
    })
  })
})

describe('sitemap', () => {
  it('has the home page and every article', () => {
    const addresses = [{_id: 'a', slug: 'a&b', _updatedAt: '2026-03-02T00:00:00Z'}]
    expect(sitemap(addresses, site)).toContain(
      '<url><loc>https://site.example/</loc></url><url><loc>https://site.example/articles/a&amp;b</loc><lastmod>2026-03-02T00:00:00.000Z</lastmod></url>',
    )
  })
})

describe('articleJsonLd', () => {
  it('says what the article says', () => {
    expect(articleJsonLd(frozen(article(full)), {url: 'https://site.example/x', publisher: 'Site'})).toEqual({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      mainEntityOfPage: 'https://site.example/x',
      headline: 'Salt & pepper\u0007',
      alternativeHeadline: 'A comparison',
      description: 'A comparison',
      datePublished: '2026-03-01T08:00:00.000Z',
      dateModified: '2026-03-02T00:00:00.000Z',
      inLanguage: 'en-GB',
      author: [{'@type': 'Person', name: 'Ada'}],
      creditText: 'By Ada',
      image: ['https://a.example/a.jpg'],
      keywords: ['Food'],
      isBasedOn: 'https://origin.example/salt',
      publisher: {'@type': 'Organization', name: 'Site'},
    })
  })

  it('makes nothing up', () => {
    const ld = articleJsonLd(article({language: 'not a tag', canonicalUrl: 'javascript:x'}), {
      url: 'https://site.example/x',
    })
    expect(ld).toEqual({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      mainEntityOfPage: 'https://site.example/x',
      headline: 'One',
    })
  })
})

describe('articleJson', () => {
  it('has a version, and leaves out what is absent', () => {
    const written = writeArticleJson(
      articleJson(frozen(article({body: [paragraph]})), 'https://site.example/x'),
    )
    expect(JSON.parse(written)).toEqual({
      version: 1,
      article: {
        id: 'article-1',
        slug: 'one',
        url: 'https://site.example/x',
        title: 'One',
        updatedAt: '2026-03-02T00:00:00Z',
        body: [
          {
            _key: 'a',
            _type: 'block',
            style: 'normal',
            children: [{_key: 'b', _type: 'span', text: 'Salt < pepper', marks: []}],
            markDefs: [],
          },
        ],
      },
    })
  })
})

import type {Article, ArticleFeedEntry} from '../../deliver/articles.ts'

/** An article as the queries give it, with as little in it as there can be. */
export function article(fields: Partial<Article> = {}): Article {
  return {
    _id: 'article-1',
    _updatedAt: '2026-03-02T00:00:00Z',
    slug: 'one',
    title: 'One',
    subtitle: null,
    byline: null,
    authors: null,
    publishedAt: null,
    modifiedAt: null,
    listedAt: '2026-03-01T00:00:00Z',
    language: null,
    topics: null,
    leadImage: null,
    source: null,
    canonicalUrl: null,
    seo: null,
    body: [],
    ...fields,
  }
}

export function feedEntry(fields: Partial<ArticleFeedEntry> = {}): ArticleFeedEntry {
  return {...article(), excerpt: '', ...fields}
}

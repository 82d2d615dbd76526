import type {Article} from '../articles.ts'

/** Version of the shape below. It changes when a field is renamed, removed or changes its meaning, but not when one is added. */
const ARTICLE_JSON_VERSION = 1

/** What queries serve of an article, under the same name here. A new field that is left out does not compile. */
type Served = Exclude<keyof Article, '_id' | '_updatedAt' | 'listedAt'>

/** An article for other programs. `writeArticleJson` writes it without its absent fields. */
export interface ArticleJson {
  version: typeof ARTICLE_JSON_VERSION
  article: Record<Served, unknown> & {
    id: string
    slug: string
    /** Its page on this site. */
    url: string
    title: string
    subtitle: string | null
    /** The source's own. */
    byline: string | null
    authors: {name: string; slug: string}[] | null
    /** ISO 8601, as exact as the source. */
    publishedAt: string | null
    modifiedAt: string | null
    /** ISO 8601: when the article last changed here. */
    updatedAt: string
    /** BCP 47. */
    language: string | null
    topics: {title: string; slug: string}[] | null
    leadImage: Article['leadImage']
    source: {name: string} | null
    /** Where it was first published. */
    canonicalUrl: string | null
    seo: Article['seo']
    /** Portable Text: see docs/delivery.md. */
    body: Article['body']
  }
}

/**
 * An article in the shape that other programs read.
 *
 * @param url Address of the article's page.
 */
export function articleJson(article: Article, url: string): ArticleJson {
  const {_id, _updatedAt, authors, topics} = article
  return {
    version: ARTICLE_JSON_VERSION,
    article: {
      id: _id,
      slug: article.slug,
      url,
      title: article.title,
      subtitle: article.subtitle,
      byline: article.byline,
      authors: authors?.map(({name, slug}) => ({name, slug})) ?? null,
      publishedAt: article.publishedAt,
      modifiedAt: article.modifiedAt,
      updatedAt: _updatedAt,
      language: article.language,
      topics: topics?.map(({title, slug}) => ({title, slug})) ?? null,
      leadImage: article.leadImage,
      source: article.source,
      canonicalUrl: article.canonicalUrl,
      seo: article.seo,
      body: article.body,
    },
  }
}

/** The JSON as text, without absent fields. */
export function writeArticleJson(json: ArticleJson): string {
  return JSON.stringify(json, (_, value: unknown) => value ?? undefined)
}

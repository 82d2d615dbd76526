import {RESOURCE_SCHEMES, safeUrl} from '../../render/read/safe-url.ts'
import type {Article} from '../articles.ts'
import {dateOf} from '../dates.ts'
import {languageTag} from '../language.ts'
import {imageOf, summaryOf, titleOf} from './fields.ts'

/** Options of `articleJsonLd`. */
export interface JsonLdOptions {
  /** Address of the article's page. */
  url: string
  /** Name of the site that publishes it. */
  publisher?: string
}

/**
 * An article as structured data for search engines. Nothing is inferred: a byline is a credit, not a person.
 *
 * @see https://schema.org/NewsArticle
 */
export function articleJsonLd(article: Article, {url, publisher}: JsonLdOptions): Record<string, unknown> {
  const image = imageOf(article)
  const {authors, topics} = article
  const fields = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    mainEntityOfPage: url,
    headline: article.seo?.title || titleOf(article),
    alternativeHeadline: article.subtitle,
    description: summaryOf(article),
    datePublished: dateOf(article.publishedAt)?.toISOString(),
    dateModified: dateOf(article.modifiedAt)?.toISOString(),
    inLanguage: languageTag(article.language),
    author: authors?.length ? authors.map(({name}) => ({'@type': 'Person', name})) : undefined,
    creditText: article.byline,
    image: image && [image],
    keywords: topics?.length ? topics.map(({title}) => title) : undefined,
    isBasedOn: safeUrl(article.canonicalUrl, RESOURCE_SCHEMES),
    publisher: publisher && {'@type': 'Organization', name: publisher},
  }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value))
}

/** The text of a `<script type="application/ld+json">`. Nothing in it can end the element. */
export function writeJsonLd(value: Record<string, unknown>): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

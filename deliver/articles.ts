import type {SanityClient} from '@sanity/client'
import type {
  ArticleBySlugResult,
  ArticleFeedResult,
  ArticleListResult,
  ArticleSitemapResult,
  TopicBySlugResult,
} from '../schemas/sanity.types.ts'
import {FIRST_PLACE, readCursor, writeCursor} from './cursor.ts'
import {
  articleBySlug,
  articleFeed,
  articleList,
  articleListByTopic,
  articleSitemap,
  topicBySlug,
} from './queries/index.ts'

/** One article, whole. */
export type Article = NonNullable<ArticleBySlugResult>
/** An article in a list: without its body, with its opening words. */
export type ArticleCard = ArticleListResult[number]
/** An article in a feed: with both. */
export type ArticleFeedEntry = ArticleFeedResult[number]
export type ArticleAddress = ArticleSitemapResult[number]
export type Topic = NonNullable<TopicBySlugResult>

export interface ListOptions {
  /** How many at most, 20 by default, up to 100. */
  limit?: number
  /** `next` of the page before; absent for the first page. */
  cursor?: string | undefined
  /** Slug of a topic, for the articles that have it. */
  topic?: string | undefined
}

export interface ArticlePage {
  articles: ArticleCard[]
  /** Cursor of the page after this one; absent on the last. */
  next?: string
}

/** Whatever the client's own perspective: these functions serve what is published. */
const PUBLISHED = {perspective: 'published'} as const
const LARGEST_PAGE = 100

/** The published article with this slug, or null. */
export async function getArticle(client: SanityClient, slug: string): Promise<Article | null> {
  return client.fetch(articleBySlug, {slug}, PUBLISHED)
}

/**
 * A page of published articles, newest first. Following `next` visits every article once, however many are published
 * meanwhile.
 *
 * @throws CursorError if the cursor is not one of ours.
 * @throws RangeError if the limit is not a whole number from 1 to 100.
 */
export async function listArticles(client: SanityClient, options: ListOptions = {}): Promise<ArticlePage> {
  const {limit = 20, cursor, topic} = options
  if (!Number.isInteger(limit) || limit < 1 || limit > LARGEST_PAGE) {
    throw new RangeError(`Expected \`limit\` to be a whole number from 1 to ${LARGEST_PAGE}, got ${limit}.`)
  }
  // One more than asked for tells whether there is a next page.
  const params = {...(cursor === undefined ? FIRST_PLACE : readCursor(cursor)), limit: limit + 1}
  const found =
    topic === undefined
      ? await client.fetch(articleList, params, PUBLISHED)
      : await client.fetch(articleListByTopic, {...params, topic}, PUBLISHED)
  const articles = found.slice(0, limit)
  const last = found.length > limit ? articles.at(-1) : undefined
  return {articles, ...(last && {next: writeCursor({at: last.listedAt, id: last._id})})}
}

/** The newest published articles, whole, for feeds: those that search engines may list. */
export async function listFeedEntries(client: SanityClient, limit = 30): Promise<ArticleFeedEntry[]> {
  return client.fetch(articleFeed, {limit}, PUBLISHED)
}

/** Addresses of the newest published articles, up to 50,000, for a sitemap. */
export async function listAddresses(client: SanityClient): Promise<ArticleAddress[]> {
  return client.fetch(articleSitemap, {}, PUBLISHED)
}

/** The topic with this slug, or null. */
export async function getTopic(client: SanityClient, slug: string): Promise<Topic | null> {
  return client.fetch(topicBySlug, {slug}, PUBLISHED)
}

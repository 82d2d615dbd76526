import type {SanityClient} from '@sanity/client'
import type {BlockName, Stored, Within} from '../schemas/body.ts'
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

type ArticleResult = NonNullable<ArticleBySlugResult>

/** The blocks that the queries return, by type. */
type ServedBlocks = {
  [Name in BlockName]: Extract<ArticleResult['body'][number], {_type: Name}>
}

/** Every field of every type of block. */
type EveryField = {[Name in BlockName]: {[Field in keyof Stored<Name>]-?: unknown}}

/** A block as the queries return it. It fails to compile when `BODY` leaves out a field; see `queries/fragments.ts`. */
type ServedBlock = Within<EveryField, ServedBlocks>[BlockName]

/** One whole article. */
export type Article = Omit<ArticleResult, 'body'> & {body: ServedBlock[]}
/** An article in a list: its opening words take the place of its body. */
export type ArticleCard = ArticleListResult[number]
/** An article in a feed, with its body and its opening words. */
export type ArticleFeedEntry = ArticleFeedResult[number]
/** The address of an article, for a sitemap. */
export type ArticleAddress = ArticleSitemapResult[number]
/** A topic with its description. */
export type Topic = NonNullable<TopicBySlugResult>

/** Options of `listArticles`. */
export interface ListOptions {
  /** Largest number of articles, up to 100. 20 by default. */
  limit?: number
  /** `next` of the page before. Absent for the first page. */
  cursor?: string | undefined
  /** Slug of a topic, to list only its articles. */
  topic?: string | undefined
}

/** One page of a list. */
export interface ArticlePage {
  articles: ArticleCard[]
  /** Cursor of the page after this one; absent on the last. */
  next?: string
}

/** These functions serve published documents, whatever the client's own perspective. */
const PUBLISHED = {perspective: 'published'} as const
const MAX_PAGE_SIZE = 100

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
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_PAGE_SIZE) {
    throw new RangeError(`Expected \`limit\` to be a whole number from 1 to ${MAX_PAGE_SIZE}, got ${limit}.`)
  }
  // One more than requested shows whether there is a next page.
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

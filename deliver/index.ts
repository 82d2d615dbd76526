/**
 * For sites that pull published content. See docs/delivery.md.
 */

export type {Unknown} from '../render/body.ts'
export {type RenderHtmlOptions, renderHtml} from '../render/html.ts'
export {type RenderMarkdownOptions, renderMarkdown, toMdast} from '../render/markdown.ts'
export {LINK_SCHEMES, RESOURCE_SCHEMES, safeUrl} from '../render/read/safe-url.ts'
export {renderText} from '../render/text.ts'
export {type ArticleJson, articleJson, writeArticleJson} from './article/json.ts'
export {articleJsonLd, type JsonLdOptions, writeJsonLd} from './article/json-ld.ts'
export {articleMarkdown} from './article/markdown.ts'
export {
  type Article,
  type ArticleAddress,
  type ArticleCard,
  type ArticleFeedEntry,
  type ArticlePage,
  getArticle,
  getTopic,
  type ListOptions,
  listAddresses,
  listArticles,
  listFeedEntries,
  type Topic,
} from './articles.ts'
export {createDeliverClient, type DeliverSettings, readDeliverSettings} from './client.ts'
export {CursorError, FIRST_PLACE, type Place, readCursor, writeCursor} from './cursor.ts'
export {jsonFeed} from './feeds/json-feed.ts'
export {rss} from './feeds/rss.ts'
export type {SiteInfo} from './feeds/site-info.ts'
export {sitemap} from './feeds/sitemap.ts'
export * from './queries/index.ts'
export type {SiteOptions} from './site/options.ts'
export {createSite} from './site/site.ts'

/** The queries of this package, typed by `sanity typegen`: use them with `client.fetch` of `@sanity/client`. */
export {articleBySlug} from './article-by-slug.ts'
export {articleList, articleListByTopic} from './article-list.ts'
export {articleFeed, articleSitemap} from './feeds.ts'
export {topicBySlug} from './topic-by-slug.ts'

import type {ArticleAddress} from '../articles.ts'

/** The site that a feed belongs to. */
export interface SiteInfo {
  title: string
  description: string
  /** Origin of the site, without a slash at the end. */
  baseUrl: string
  /** Absolute address of an article's page. */
  articleUrl: (article: Pick<ArticleAddress, 'slug'>) => string
}

import type {ArticleAddress} from '../articles.ts'

/** What feeds say of the site they belong to. */
export interface SiteInfo {
  title: string
  description: string
  /** Origin of the site, without a slash at the end. */
  baseUrl: string
  /** The page of an article, whole. */
  articleUrl: (article: Pick<ArticleAddress, 'slug'>) => string
}

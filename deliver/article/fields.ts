import {readFigure} from '../../render/blocks/figure/read.ts'
import type {Article, ArticleCard} from '../articles.ts'

/** The title. A hosted dataset may hold an article without one. */
export function titleOf(article: Pick<ArticleCard, 'title'>): string {
  return article.title || 'Untitled'
}

/** The names of the authors, or the source's byline when there are none. */
export function creditOf({authors, byline}: Pick<ArticleCard, 'authors' | 'byline'>): string | undefined {
  return authors?.map(({name}) => name).join(', ') || byline || undefined
}

/** One or two lines about the article, for lists and search engines. A long text is cut at a word. */
export function summaryOf(
  article: Pick<ArticleCard, 'seo' | 'subtitle'> & {excerpt?: string | null},
): string | undefined {
  const text = (article.seo?.description || article.subtitle || article.excerpt)?.replace(/\s+/g, ' ').trim()
  if (!text) return undefined
  if (text.length <= MAX_SUMMARY_LENGTH) return text
  const cut = text.slice(0, MAX_SUMMARY_LENGTH)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), MAX_SUMMARY_LENGTH - 40)).trimEnd()}…`
}

const MAX_SUMMARY_LENGTH = 280

/** The address of the lead image, if there is one that can be shown. */
export function imageOf({leadImage}: Pick<Article, 'leadImage'>): string | undefined {
  return leadImage ? readFigure(leadImage)?.image?.src : undefined
}

import {readFigure} from '../../render/blocks/figure/read.ts'
import type {Article, ArticleCard} from '../articles.ts'

/** The title; a hosted dataset may hold an article without one. */
export function titleOf(article: Pick<ArticleCard, 'title'>): string {
  return article.title || 'Untitled'
}

/** Who wrote it: the authors' names, else the byline as the source has it. */
export function creditOf({authors, byline}: Pick<ArticleCard, 'authors' | 'byline'>): string | undefined {
  return authors?.map(({name}) => name).join(', ') || byline || undefined
}

/** What it is about in a line or two, for lists and search engines; cut at a word. */
export function summaryOf(
  article: Pick<ArticleCard, 'seo' | 'subtitle'> & {excerpt?: string | null},
): string | undefined {
  const text = (article.seo?.description || article.subtitle || article.excerpt)?.replace(/\s+/g, ' ').trim()
  if (!text) return undefined
  if (text.length <= LONGEST_SUMMARY) return text
  const cut = text.slice(0, LONGEST_SUMMARY)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST_SUMMARY - 40)).trimEnd()}…`
}

const LONGEST_SUMMARY = 280

/** The address of the lead image, if it has one that can be shown. */
export function imageOf({leadImage}: Pick<Article, 'leadImage'>): string | undefined {
  return leadImage ? readFigure(leadImage)?.image?.src : undefined
}

import type {RootContent} from 'mdast'
import {caption} from '../../render/markdown/caption.ts'
import {toMdast, writeMarkdown} from '../../render/markdown.ts'
import type {Article} from '../articles.ts'
import {dateInWords, dateOf} from '../dates.ts'
import {languageTag} from '../language.ts'
import {creditOf, titleOf} from './fields.ts'

/** A whole article as GitHub's Markdown: title, subtitle, credit and date, lead image, body. */
export function articleMarkdown(article: Article): string {
  const date = dateOf(article.publishedAt)
  const credit = [creditOf(article), date && dateInWords(date, languageTag(article.language))]
    .filter((part) => part)
    .join(' · ')
  const title: RootContent = {
    type: 'heading',
    depth: 1,
    children: [{type: 'text', value: oneLine(titleOf(article))}],
  }
  const lead = article.leadImage ? toMdast([{...article.leadImage, _type: 'figure'}]).children : []
  return writeMarkdown({
    type: 'root',
    children: [
      title,
      ...caption(article.subtitle ?? undefined),
      ...(credit ? [paragraph(credit)] : []),
      ...lead,
      ...toMdast(article.body).children,
    ],
  })
}

function paragraph(value: string): RootContent {
  return {type: 'paragraph', children: [{type: 'text', value: oneLine(value)}]}
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

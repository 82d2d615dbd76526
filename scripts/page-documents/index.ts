/**
 * Clean documents with known structure for the damage scripts, made from the pages of ../shared/corpora. No rule was
 * written for them, so they show how well the rules generalize. One half is for development (`seen`), the other is only
 * scored.
 */
import {type Half, halfOf, nameOf, pagesOf} from '../corpora.ts'
import {blocksOfPage, type DocumentBlock} from './blocks-of-page.ts'
import {newsDocuments} from './news.ts'

const TEXT_SETS = ['wcxb', 'scrapinghub'] as const

/** All documents of a half, by name. */
export function pageDocuments(half: Half): Record<string, DocumentBlock[]> {
  const documents = new Map<string, DocumentBlock[]>()
  for (const set of TEXT_SETS) {
    for (const {id, html, truth} of pagesOf(set)) {
      const blocks = truth.text ? blocksOfPage(html, truth.text) : undefined
      if (blocks) documents.set(nameOf(set, id), blocks)
    }
  }
  const news = newsDocuments({
    articles: pagesOf('fundus').map(({id, truth}) => ({id, paragraphs: truth.paragraphs ?? []})),
    grids: pagesOf('wtq').flatMap(({html, truth}) => (truth.grid && !/span=/.test(html) ? [truth.grid] : [])),
    parts: [...documents.values()].flat(),
  })
  for (const [name, blocks] of news) documents.set(name, blocks)
  return Object.fromEntries([...documents].filter(([name]) => halfOf(name) === half))
}

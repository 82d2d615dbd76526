/**
 * Clean documents with known structure for the damage scripts, made from the pages of ../shared/corpora: the rules were
 * never written for them, so they tell how far the rules hold. Half of them may be looked into (`seen`), half only score.
 */
import {createHash} from 'node:crypto'
import {readFileSync} from 'node:fs'
import {zstdDecompressSync} from 'node:zlib'
import {ROOT} from '../run.ts'
import {blocksOfPage, type DocumentBlock} from './blocks-of-page.ts'
import {newsDocuments} from './news.ts'

export type Half = 'seen' | 'unseen'

interface Page {
  id: string
  html: string
  truth: {text?: string; paragraphs?: string[]; grid?: string[][]}
}

const PAGES = `${ROOT}../shared/corpora/pages/`
const TEXT_SETS = ['wcxb', 'scrapinghub'] as const

const pagesOf = (set: string): Page[] =>
  zstdDecompressSync(readFileSync(`${PAGES}${set}.ndjson.zst`))
    .toString()
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Page)

/** Which half a document is in: fixed by its name alone, so that it never changes sides. */
export const halfOf = (name: string): Half =>
  Number.parseInt(createHash('md5').update(name).digest('hex').slice(0, 8), 16) % 2 === 1 ? 'seen' : 'unseen'

/** All documents of a half, by name. */
export function pageDocuments(half: Half): Record<string, DocumentBlock[]> {
  const documents = new Map<string, DocumentBlock[]>()
  for (const set of TEXT_SETS) {
    for (const {id, html, truth} of pagesOf(set)) {
      const blocks = truth.text === undefined ? undefined : blocksOfPage(html, truth.text)
      if (blocks) documents.set(`${set}-${id.slice(0, 24)}`, blocks)
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

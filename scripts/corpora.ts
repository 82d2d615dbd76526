/** The pages of ../shared/corpora, split into halves. Needs ../shared beside the checkout. */
import {createHash} from 'node:crypto'
import {readFileSync} from 'node:fs'
import {zstdDecompressSync} from 'node:zlib'
import {ROOT} from './run.ts'

/** A page of a corpus with its truth. */
export interface CorpusPage {
  id: string
  url?: string | null
  html: string
  /** What people marked: the text of the article, its paragraphs, or the cells of a table, depending on the set. */
  truth: {text?: string | null; paragraphs?: string[]; grid?: string[][]}
}

/** All pages of a set (`wcxb`, `scrapinghub`, `trafilatura`, `fundus`, `wtq`), in the order of its file. */
export const pagesOf = (set: string): CorpusPage[] =>
  zstdDecompressSync(readFileSync(`${ROOT}../shared/corpora/pages/${set}.ndjson.zst`))
    .toString()
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as CorpusPage)

/** The name of the document that is made from a page. */
export const nameOf = (set: string, id: string): string => `${set}-${id.slice(0, 24)}`

/** The seen half is for development and fitting weights; the unseen half is only scored. */
export type Half = 'seen' | 'unseen'

/** The half of a document. It depends only on the name, so that it never changes. */
export const halfOf = (name: string): Half =>
  Number.parseInt(createHash('md5').update(name).digest('hex').slice(0, 8), 16) % 2 === 1 ? 'seen' : 'unseen'

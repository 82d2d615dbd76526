/** The pages of ../shared/corpora, and the halves that they fall into. Needs ../shared beside the checkout. */
import {createHash} from 'node:crypto'
import {readFileSync} from 'node:fs'
import {zstdDecompressSync} from 'node:zlib'
import {ROOT} from './run.ts'

export interface CorpusPage {
  id: string
  url?: string | null
  html: string
  /** What people marked: the article's text, its paragraphs, or a table's cells, as the set has it. */
  truth: {text?: string | null; paragraphs?: string[]; grid?: string[][]}
}

/** All pages of a set (`wcxb`, `scrapinghub`, `trafilatura`, `fundus`, `wtq`), in the order of its file. */
export const pagesOf = (set: string): CorpusPage[] =>
  zstdDecompressSync(readFileSync(`${ROOT}../shared/corpora/pages/${set}.ndjson.zst`))
    .toString()
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as CorpusPage)

/** The name of a page's document. */
export const nameOf = (set: string, id: string): string => `${set}-${id.slice(0, 24)}`

/** One half may be looked into, and weights are fitted on it; the other only scores. */
export type Half = 'seen' | 'unseen'

/** Which half a document is in: told by its name alone, so that it never changes sides. */
export const halfOf = (name: string): Half =>
  Number.parseInt(createHash('md5').update(name).digest('hex').slice(0, 8), 16) % 2 === 1 ? 'seen' : 'unseen'

/** The whole walk of a fragment or a page, and its body as lines. */
import {parseScrape} from '../../../../ingest/parse/parse.ts'
import type {ParseResult} from '../../../../ingest/parse/types.ts'
import {view} from './convert.ts'

export const walk = (html: string, url?: string): ParseResult =>
  parseScrape({bytes: Buffer.from(html), origin: 'test', ...(url === undefined ? {} : {url})})

/** One line for each block, as `view` writes them. */
export const linesOf = (html: string, url?: string): string[] => view(walk(html, url).article.body)

/** The codes of the findings, each once. */
export const codesOf = (html: string, url?: string): string[] => [
  ...new Set(walk(html, url).findings.map(({code}) => code)),
]

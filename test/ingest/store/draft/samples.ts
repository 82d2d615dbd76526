/** Parsed articles to draft from: what the parser gives, made by hand, so that these tests hold whatever it becomes. */

import type {Finding, ParseResult, Scrape} from '../../../../ingest/parse/types.ts'
import type {Drafted} from '../../../../ingest/store/draft/documents.ts'
import type {DraftOptions} from '../../../../ingest/store/draft/draft.ts'
import {draft} from '../../../../ingest/store/draft/draft.ts'
import type {TextBlock} from '../../../../schemas/body.ts'
import type {FindingCode} from '../../../../schemas/findings.ts'

export function paragraph(text: string, key = `k${text.length}`): TextBlock {
  return {
    _type: 'block',
    _key: key,
    style: 'normal',
    children: [{_type: 'span', _key: `${key}s`, text, marks: []}],
    markDefs: [],
  }
}

export function finding(
  code: FindingCode,
  severity: Finding['severity'],
  extra: Partial<Finding> = {},
): Finding {
  return {
    _key: `${code}-1`,
    code,
    severity,
    message: `About ${code}.`,
    action: 'applied',
    targets: [],
    ranges: [],
    ...extra,
  }
}

export function parsed(
  article: Partial<ParseResult['article']> = {},
  rest: Partial<ParseResult> = {},
): ParseResult {
  const body = article.body ?? [paragraph('A paragraph of some length.', 'p1')]
  return {
    article: {title: 'A title', ...article, body},
    findings: [],
    partition: [],
    blockSources: [{blockKey: 'p1', ranges: [{start: 0, end: 27}]}],
    source: 'A paragraph of some length.',
    charset: 'utf-8',
    ...rest,
  }
}

export function scrape(text: string, rest: Partial<Scrape> = {}): Scrape {
  return {bytes: Buffer.from(text), origin: 'test', ...rest}
}

/** A draft as the worker makes it, from a text that is its own title and body. */
export function drafting(
  text: string,
  url?: string,
  canonicalUrl?: string,
): (options?: DraftOptions) => Drafted {
  const input = scrape(text, url === undefined ? {} : {url})
  const result = parsed({
    title: text,
    body: [paragraph(text)],
    ...(canonicalUrl !== undefined && {canonicalUrl}),
  })
  return (options) => draft(input, result, 'test', options)
}

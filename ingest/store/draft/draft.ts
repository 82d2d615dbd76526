/**
 * Station 12: the documents of one scrape. Pure: the same bytes, address and pipeline version give the same
 * documents; no time is in them.
 */
import type {ParseResult, Scrape} from '../../parse/types.ts'
import {articleFields} from './article.ts'
import type {Drafted, ScrapeDocument, SourceDocument} from './documents.ts'
import {packBytes} from './gzip.ts'
import {believableCanonical, draftIdOf, identify, scrapeIdOf, sha256, sourceIdOf} from './ids.ts'
import {domainOf, parseWebUrl} from './normalize-url.ts'
import {reviewDocument} from './review.ts'

/** Raw bytes are stored up to this length of the packed text; longer ones stay in the operator's own store. */
const MAX_PACKED_LENGTH = 2_000_000

/** A transaction may be 4 MB long, the envelope included. */
export const MAX_TRANSACTION_BYTES = 3_900_000

export interface DraftOptions {
  /** Leave the page's canonical address out of account: another text has claimed it. */
  distrustCanonical?: boolean
}

/** Documents for a scrape and what the parser made of it. */
export function draft(
  scrape: Scrape,
  result: ParseResult,
  pipelineVersion: string,
  options: DraftOptions = {},
): Drafted {
  const hash = sha256(scrape.bytes)
  const {canonicalUrl: _, ...withoutCanonical} = result.article
  const parsed: ParseResult['article'] = options.distrustCanonical ? withoutCanonical : result.article
  const {articleId, from} = identify({canonicalUrl: parsed.canonicalUrl, url: scrape.url, hash})
  const source = sourceDocument(parsed, scrape.url)
  const fields = articleFields(parsed, {articleId, url: scrape.url, sourceId: source?._id})
  const sourceName = parsed.siteName ?? source?.name
  return withinLimit({
    articleId,
    identifiedBy: from,
    article: {_id: draftIdOf(articleId), _type: 'article', ...fields},
    review: reviewDocument(result, {articleId, hash, fields, sourceName, pipelineVersion}),
    scrape: scrapeDocument(scrape, hash, result.charset, pipelineVersion),
    ...(source && {source}),
  })
}

/** Without the raw bytes, where the documents with them would not pass in one transaction. */
function withinLimit(drafted: Drafted): Drafted {
  const {raw, ...scrape} = drafted.scrape
  if (raw === undefined) return drafted
  return Buffer.byteLength(JSON.stringify(drafted)) > MAX_TRANSACTION_BYTES ? {...drafted, scrape} : drafted
}

function scrapeDocument(
  scrape: Scrape,
  hash: string,
  charset: string,
  pipelineVersion: string,
): ScrapeDocument {
  const raw = packBytes(scrape.bytes)
  return {
    _id: scrapeIdOf(hash),
    _type: 'scrape',
    ...(scrape.url !== undefined && {url: scrape.url}),
    origin: scrape.origin,
    ...(scrape.contentType !== undefined && {contentType: scrape.contentType}),
    charset,
    hash,
    size: scrape.bytes.length,
    pipelineVersion,
    ...(raw.length <= MAX_PACKED_LENGTH && {raw}),
  }
}

/** The publisher, if the address tells one: the site that the page names, else the one it was fetched from. */
function sourceDocument(parsed: ParseResult['article'], url: string | undefined): SourceDocument | undefined {
  const address = believableCanonical(parsed.canonicalUrl, url) ?? parseWebUrl(url)
  if (!address) return undefined
  const domain = domainOf(address)
  return {
    _id: sourceIdOf(address),
    _type: 'source',
    name: parsed.siteName ?? domain,
    domains: [domain],
    profile: {_type: 'sourceProfile', keep: [], remove: []},
    trust: 'new',
  }
}

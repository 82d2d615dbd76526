/**
 * Station 12: make the documents of one scrape. Pure: the same bytes, URL and pipeline version give the same documents,
 * which contain no times.
 */
import type {ParseResult, Scrape} from '../../parse/types.ts'
import {articleFields} from './article.ts'
import type {Drafted, ScrapeDocument, SourceDocument} from './documents.ts'
import {packBytes} from './gzip.ts'
import {believableCanonical, draftIdOf, identify, scrapeIdOf, sha256, sourceIdOf} from './ids.ts'
import {domainOf, parseWebUrl} from './normalize-url.ts'
import {picturesIn, type StoredPictures, withRefusals} from './pictures.ts'
import {reviewDocument} from './review.ts'

/** Longest packed raw bytes that are stored in a document, in characters; longer ones stay in the operator's store. */
const MAX_PACKED_LENGTH = 2_000_000

/** Longest documents of a transaction, in bytes: the API allows 4 MB with the envelope. */
export const MAX_TRANSACTION_BYTES = 3_900_000

/** How documents are drafted. */
export interface DraftOptions {
  /** Ignore the page's canonical URL, since another text has claimed it. */
  distrustCanonical?: boolean
  /** Pictures of the page that were uploaded already. */
  pictures?: StoredPictures
}

/** The documents for a scrape and its parsed article. */
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
  const fields = articleFields(parsed, {
    articleId,
    url: scrape.url,
    sourceId: source?._id,
    pictures: options.pictures,
  })
  const sourceName = parsed.siteName ?? source?.name
  return withinLimit({
    articleId,
    identifiedBy: from,
    article: {_id: draftIdOf(articleId), _type: 'article', ...fields},
    review: reviewDocument(withRefusals(result, options.pictures), {
      articleId,
      hash,
      fields,
      sourceName,
      pipelineVersion,
    }),
    scrape: scrapeDocument(scrape, hash, result.charset, pipelineVersion),
    ...(source && {source}),
    pictures: picturesIn(parsed.body),
  })
}

/** Remove the raw bytes if the documents would not fit into one transaction. */
function withinLimit(drafted: Drafted): Drafted {
  const {raw, ...scrape} = drafted.scrape
  if (raw === undefined) return drafted
  const {pictures: _, ...documents} = drafted
  return Buffer.byteLength(JSON.stringify(documents)) > MAX_TRANSACTION_BYTES ? {...drafted, scrape} : drafted
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

/**
 * The publisher, if the URL identifies one: the site of the canonical URL, otherwise the site that the page was fetched
 * from.
 */
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

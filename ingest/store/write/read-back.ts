import type {SanityClient} from '@sanity/client'
import {SEVERITIES} from '../../../schemas/names.ts'
import type {Drafted} from '../draft/documents.ts'
import type {Found, StoredReview} from '../merge/found.ts'

/** Only the fields that `decide` needs, so that an article that is scraped every hour is not transferred every hour. */
const STORED = /* groq */ `*[_id in $ids]{
  _id,
  _rev,
  _type == "review" => {"findings": findings[]{severity}, base, "url": scrape->url}
}`

/** A response that is not from the Content Lake, for example a proxy's page with status 200. It proves nothing. */
export class UnexpectedAnswer extends Error {
  override name = 'UnexpectedAnswer'
}

/**
 * Read the stored state of a scrape's documents. If a document is too new to be found, no harm is done: the transaction
 * creates documents and never replaces them, so it fails if one exists.
 */
export async function readBack(
  client: SanityClient,
  drafted: Drafted,
  signal: AbortSignal | undefined,
): Promise<Found> {
  const {articleId, article, review, scrape} = drafted
  const ids = [scrape._id, article._id, articleId, review._id]
  const rows: unknown = await client.fetch(
    STORED,
    {ids},
    {perspective: 'raw', tag: 'copydesk.ingest.read', ...(signal && {signal})},
  )
  if (!Array.isArray(rows)) throw new UnexpectedAnswer('Expected a list of documents from the Content Lake')
  const stored = new Map<string, object>()
  for (const row of rows) {
    const id = field(row, '_id')
    if (typeof row !== 'object' || typeof id !== 'string')
      throw new UnexpectedAnswer('Expected documents with ids')
    stored.set(id, row)
  }
  const scrapeRev = stored.has(scrape._id) ? String(field(stored.get(scrape._id), '_rev')) : undefined
  const found = stored.get(review._id)
  return {
    ...(scrapeRev !== undefined && {scrapeRev}),
    hasArticle: stored.has(article._id) || stored.has(articleId),
    ...(found && {review: storedReview(found)}),
  }
}

function storedReview(row: object): StoredReview {
  const [base, url, findings] = [field(row, 'base'), field(row, 'url'), field(row, 'findings')]
  const severities = Array.isArray(findings) ? findings.map((finding) => field(finding, 'severity')) : []
  return {
    _rev: String(field(row, '_rev')),
    findings: SEVERITIES.flatMap((severity) =>
      severities.filter((found) => found === severity).map(() => ({severity})),
    ),
    ...(typeof base === 'string' && {base}),
    ...(typeof url === 'string' && {url}),
  }
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}

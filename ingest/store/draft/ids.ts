/**
 * Ids of documents. They depend on where a scrape was fetched or on its bytes, never on parsed output, so that a better
 * parser makes the same documents and not new ones.
 */
import {createHash} from 'node:crypto'
import {domainOf, isSameSite, normalizeUrl, parseWebUrl} from './normalize-url.ts'

/** SHA-256 in lower-case hex. */
export function sha256(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex')
}

/** The identity of an article. */
export interface Identity {
  /** Published id, without `drafts.`. */
  articleId: string
  from: 'canonical' | 'url' | 'bytes'
}

/**
 * The canonical URL that a page declares, if it is plausible: a web address on the site it was fetched from (if that is
 * known) and not the site's root.
 */
export function believableCanonical(
  canonical: string | undefined,
  fetched: string | undefined,
): URL | undefined {
  const claimed = parseWebUrl(canonical)
  if (!claimed || (claimed.pathname === '/' && !claimed.search)) return undefined
  const seen = parseWebUrl(fetched)
  return !seen || isSameSite(claimed, seen) ? claimed : undefined
}

/**
 * The identity of an article: from the canonical URL if it is plausible, otherwise from the URL it was fetched from,
 * otherwise from the hash of the raw bytes.
 */
export function identify(input: {
  canonicalUrl?: string | undefined
  url?: string | undefined
  /** SHA-256 of the raw bytes. */
  hash: string
}): Identity {
  const canonical = normalizeUrl(believableCanonical(input.canonicalUrl, input.url)?.href)
  if (canonical) return {articleId: articleIdOf(sha256(canonical)), from: 'canonical'}
  const url = normalizeUrl(input.url)
  if (url) return {articleId: articleIdOf(sha256(url)), from: 'url'}
  return {articleId: articleIdOf(input.hash), from: 'bytes'}
}

function articleIdOf(hash: string): string {
  return `article-${hash.slice(0, 24)}`
}

/** The id of an article's draft. */
export const draftIdOf = (articleId: string): string => `drafts.${articleId}`
/** The id of an article's review. */
export const reviewIdOf = (articleId: string): string => `review.${articleId}`
/** The id of a scrape, from the hash of its bytes. */
export const scrapeIdOf = (hash: string): string => `scrape.${hash}`

/**
 * The id of a source: `source-<domain>` with dots as hyphens and hyphens doubled, so that `a-b.com` and `a.b.com` stay
 * two publishers. A domain that is too long for an id (128 characters) ends in a hash.
 */
export function sourceIdOf(url: URL): string {
  const name = domainOf(url)
    .replaceAll('-', '--')
    .replace(/[^a-z0-9-]+/g, '-')
    .replace(/^-+/, '')
  const id = `source-${name}`
  return id.length <= 128 ? id : `${id.slice(0, 103)}-${sha256(name).slice(0, 24)}`
}

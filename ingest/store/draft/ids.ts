/**
 * Ids of documents. They come from where a scrape was fetched or from its bytes, never from parsed output, so a
 * better parser makes the same documents, not new ones.
 */
import {createHash} from 'node:crypto'
import {domainOf, isSameSite, normalizeUrl, parseWebUrl} from './normalize-url.ts'

/** SHA-256 in lower-case hex. */
export function sha256(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex')
}

/** What an article is known by. */
export interface Identity {
  /** Published id, without `drafts.`. */
  articleId: string
  from: 'canonical' | 'url' | 'bytes'
}

/**
 * The canonical address that a page claims, if it can be believed: a web address on the site it was fetched from
 * (where that is known) that is not the site's root.
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
 * The article's identity: from the canonical address if it is believable, else the address fetched, else the hash of
 * the raw bytes.
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

export const draftIdOf = (articleId: string): string => `drafts.${articleId}`
export const reviewIdOf = (articleId: string): string => `review.${articleId}`
export const scrapeIdOf = (hash: string): string => `scrape.${hash}`

/**
 * `source-<domain>`: dots as hyphens, and hyphens doubled, so that `a-b.com` and `a.b.com` stay two publishers.
 * Domains too long for an id (at most 128 characters) end in a hash.
 */
export function sourceIdOf(url: URL): string {
  const name = domainOf(url)
    .replaceAll('-', '--')
    .replace(/[^a-z0-9-]+/g, '-')
    .replace(/^-+/, '')
  const id = `source-${name}`
  return id.length <= 128 ? id : `${id.slice(0, 103)}-${sha256(name).slice(0, 24)}`
}

/** Whether the address that a page gives for itself can be believed. */

/**
 * The canonical URL in full, if it is on the site of `fetched`, is not the site's root and is http(s). Without a fetched
 * URL there is nothing to hold it against, and it must be absolute.
 *
 * @example
 *   believable('/2026/rain', 'https://example.com/2026/rain?ref=x') // 'https://example.com/2026/rain'
 *   believable('https://example.com/', 'https://example.com/2026/rain') // undefined
 */
export function trustedCanonical(
  canonical: string | undefined,
  fetched: string | undefined,
): string | undefined {
  if (!canonical) return undefined
  const url = URL.parse(canonical, fetched)
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return undefined
  url.hash = ''
  if ((url.pathname === '/' || url.pathname === '') && url.search === '') return undefined
  const from = fetched ? URL.parse(fetched) : undefined
  if (from && site(from.hostname) !== site(url.hostname)) return undefined
  return url.href
}

/** Same site: host names that differ only by a first label that names no site (`www`, `m`, `amp`, `mobile`). */
const site = (hostname: string): string => hostname.toLowerCase().replace(/^(?:www\d?|m|amp|mobile)\./, '')

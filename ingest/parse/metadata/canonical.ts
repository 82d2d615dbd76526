/** Whether the canonical address of a page can be trusted. */

/**
 * Resolve the canonical URL if it is http(s), on the site of `fetched` and not the site’s root. Without a fetched URL
 * it must be absolute.
 *
 * @example
 *   trustedCanonical('/2026/rain', 'https://example.com/2026/rain?ref=x') // 'https://example.com/2026/rain'
 *   trustedCanonical('https://example.com/', 'https://example.com/2026/rain') // undefined
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

/** Reduce a host name to its site, without a first label that does not identify one (`www`, `m`, `amp`, `mobile`). */
const site = (hostname: string): string => hostname.toLowerCase().replace(/^(?:www\d?|m|amp|mobile)\./, '')

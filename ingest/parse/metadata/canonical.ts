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
  const url = archivedAddress(URL.parse(canonical, fetched))
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return undefined
  url.hash = ''
  if ((url.pathname === '/' || url.pathname === '') && url.search === '') return undefined
  const from = fetched ? archivedAddress(URL.parse(fetched)) : undefined
  if (from && site(from.hostname) !== site(url.hostname)) return undefined
  return url.href
}

/** Archives, caches and translations of other sites. */
const ARCHIVES =
  /^(?:web\.archive\.org|wayback\.[\w-]+\.\w{2,6}|webarchive\.[\w.-]+|archive\.(?:today|is|ph|li|vn|fo|md)|arquivo\.pt|perma\.cc|webcache\.googleusercontent\.com|[\w.-]+\.cdn\.ampproject\.org|(?:www\.)?google\.[a-z.]{2,6}|[\w-]+\.translate\.goog)$/i

/**
 * The address that an archive’s address leads to: https://web.archive.org/web/2020…/https://example.com/a. Null if the archive does
 * not say it; other addresses stay.
 */
function archivedAddress(url: URL | null): URL | null {
  if (!url || !ARCHIVES.test(url.hostname)) return url
  if (/^(?:www\.)?google\./.test(url.hostname) && !url.pathname.startsWith('/amp/')) return url
  const path = `${url.pathname}${url.search}`
  const at = path.search(/https?(?::|%3A)(?:\/|%2F)/i)
  if (at >= 0) {
    const inner = path.slice(at).replace(/^(https?)(?::|%3A)(?:\/|%2F){1,2}/i, '$1://')
    return URL.parse(path.includes('cache:') ? (inner.split(/[+&]/, 1)[0] ?? inner) : inner)
  }
  const cached = /cache:[\w-]{1,20}:([^+&]+)/.exec(decodedOrSame(path))?.[1]
  if (cached) return URL.parse(cached.includes('://') ? cached : `https://${cached}`)
  const amp = /^\/(?:amp\/s|c\/s|v\/s|amp)\/(.+)$/.exec(path)?.[1]
  return amp ? URL.parse(`https://${amp}`) : null
}

function decodedOrSame(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Reduce a host name to its site, without a first label that does not identify one (`www`, `m`, `amp`, `mobile`). */
const site = (hostname: string): string => hostname.toLowerCase().replace(/^(?:www\d?|m|amp|mobile)\./, '')

/**
 * Normalize URLs, so that an article that is found twice is one article.
 *
 * It follows the safe normalizations of RFC 3986, sections 6.2.2 and 6.2.3, and removes what identifies the visitor and
 * not the page. It is for comparing and hashing; the URL that is stored for readers is the original one.
 */

/** Names of query parameters that record where a visitor came from. A name that ends in `*` is a prefix. */
const TRACKING_PARAMETERS = [
  'utm_*',
  'at_campaign*',
  'at_medium',
  'cmpid',
  'dclid',
  'fb_action_*',
  'fbclid',
  'ga_*',
  'gad_source',
  'gbraid',
  'gclid',
  'gclsrc',
  'igsh',
  'igshid',
  'itm_*',
  'mc_cid',
  'mc_eid',
  'mkt_tok',
  'msclkid',
  'ns_campaign',
  'ns_mchannel',
  'ocid',
  'ref_src',
  'ref_url',
  'smid',
  'srsltid',
  'ttclid',
  'twclid',
  'wbraid',
  'wt.mc_id',
  'yclid',
  '_ga',
  '_gl',
  '_hsenc',
  '_hsmi',
]

/** Characters that mean the same whether escaped or not (RFC 3986, section 2.3). */
const UNRESERVED = /^[A-Za-z0-9._~-]$/

function isTracking(name: string): boolean {
  const lower = name.toLowerCase()
  return TRACKING_PARAMETERS.some((known) =>
    known.endsWith('*') ? lower.startsWith(known.slice(0, -1)) : lower === known,
  )
}

/** Write escapes in upper case, and unescape unreserved characters. */
function normalizeEscapes(text: string): string {
  return text.replace(/%[0-9a-f]{2}/gi, (escaped) => {
    const character = String.fromCharCode(Number.parseInt(escaped.slice(1), 16))
    return UNRESERVED.test(character) ? character : escaped.toUpperCase()
  })
}

function normalizeQuery(search: string): string {
  const kept = search
    .slice(1)
    .split('&')
    .filter((pair) => pair && !isTracking(pair.split('=', 1)[0] ?? ''))
    .map(normalizeEscapes)
    .sort()
  return kept.length > 0 ? `?${kept.join('&')}` : ''
}

/** Parse an `http:` or `https:` URL; undefined for anything else. */
export function parseWebUrl(value: string | undefined): URL | undefined {
  if (value === undefined || !URL.canParse(value.trim())) return undefined
  const url = new URL(value.trim())
  return (url.protocol === 'http:' || url.protocol === 'https:') && url.hostname ? url : undefined
}

/**
 * Normalize a web address: `https`, host in lower case, no default port, user or fragment, no tracking parameters and
 * the others sorted, no slash at the end of the path. Undefined if it is not a web address.
 *
 * `HTTP://Example.com:80/a/?utm_source=x&b=2#c` gives `https://example.com/a?b=2`.
 */
export function normalizeUrl(value: string | undefined): string | undefined {
  const url = parseWebUrl(value)
  if (!url) return undefined
  const host = url.hostname.replace(/\.$/, '')
  const port = url.port ? `:${url.port}` : ''
  const path = normalizeEscapes(url.pathname).replace(/(?<!\/)\/+$/, '')
  return `https://${host}${port}${path || '/'}${normalizeQuery(url.search)}`
}

/** The domain of a publisher: the host without `www.`, with its port if that is not the default. */
export function domainOf(url: URL): string {
  const host = url.hostname.replace(/\.$/, '').replace(/^www\./, '')
  return url.port ? `${host}:${url.port}` : host
}

/** Prefixes of hosts that serve the same page to other devices. */
const MIRROR_PREFIX = /^(?:www|m|mobile|amp)\./

/** Whether two URLs belong to one site: the hosts are equal, or one is a subdomain of the other. */
export function isSameSite(a: URL, b: URL): boolean {
  const one = a.hostname.replace(/\.$/, '').replace(MIRROR_PREFIX, '')
  const other = b.hostname.replace(/\.$/, '').replace(MIRROR_PREFIX, '')
  return one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`)
}

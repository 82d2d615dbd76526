/**
 * Addresses that only lead to another one: search engines, networks and mail filters count clicks with them. The target is
 * written in the address, so nothing is fetched and nothing guessed.
 */

/** Hosts with a path that redirects, and the parameters that hold the target. */
const BY_PARAMETER: readonly (readonly [host: RegExp, path: RegExp, names: readonly string[]])[] = [
  [/^(?:www\.)?google\.[a-z.]{2,6}$/, /^\/url$/, ['q', 'url']],
  [/(?:^|\.)safelinks\.protection\.outlook\.com$/, /^\//, ['url']],
  [/^lm?\.facebook\.com$/, /^\/l\.php$/, ['u']],
  [/^l\.(?:instagram|messenger|threads)\.(?:com|net)$/, /^\//, ['u']],
  [/^(?:www\.)?youtube\.com$/, /^\/redirect$/, ['q']],
  [/^(?:www\.)?linkedin\.com$/, /^\/(?:redir|safety)\//, ['url']],
  [/^out\.reddit\.com$/, /^\//, ['url']],
  [/^t\.umblr\.com$/, /^\/redirect$/, ['z']],
  [/^(?:m\.)?vk\.com$/, /^\/away(?:\.php)?$/, ['to']],
  [/^slack-redir\.net$/, /^\/link$/, ['url']],
  [/^(?:www\.)?duckduckgo\.com$/, /^\/l\/$/, ['uddg']],
  [/^steamcommunity\.com$/, /^\/linkfilter\/$/, ['u', 'url']],
  [/^exit\.sc$/, /^\/$/, ['url']],
  [/^disq\.us$/, /^\/url$/, ['url']],
]

/** Longest chain of redirects in redirects. */
const MAX_STEPS = 3

/**
 * The address that a redirecting address leads to; undefined if it redirects to none that it names.
 *
 * @example
 *   directAddress('https://www.google.com/url?q=https://a.example/b&sa=D') // 'https://a.example/b'
 */
export function directAddress(address: string): string | undefined {
  let found: string | undefined
  for (let step = 0; step < MAX_STEPS; step++) {
    const next = targetOf(found ?? address)
    if (next === undefined) break
    found = next
  }
  return found
}

function targetOf(address: string): string | undefined {
  // Most addresses are none of these.
  if (!/^https?:/i.test(address)) return undefined
  const url = URL.parse(address)
  if (!url) return undefined
  const host = url.hostname
  if (host === 'urldefense.com') return webAddress(url.href.split('/v3/__', 2)[1]?.split('__;', 1)[0])
  if (host === 'urldefense.proofpoint.com')
    return webAddress(unescaped(url.searchParams.get('u')?.replaceAll('-', '%').replaceAll('_', '/')))
  if (host === 'href.li') return webAddress(url.search.slice(1))
  if (/^(?:www\.)?google\.[a-z.]{2,6}$/.test(host) && url.pathname.startsWith('/amp/s/'))
    return webAddress(`https://${url.pathname.slice('/amp/s/'.length)}${url.search}`)
  for (const [hosts, path, names] of BY_PARAMETER) {
    if (!hosts.test(host) || !path.test(url.pathname)) continue
    for (const name of names) {
      const target = webAddress(
        url.searchParams.get(name)?.replace(host === 'disq.us' ? /:[\w-]{20,40}$/ : /$^/, ''),
      )
      if (target) return target
    }
  }
  return undefined
}

function webAddress(text: string | undefined): string | undefined {
  const url = text ? URL.parse(text) : null
  return url && /^https?:$/.test(url.protocol) && url.hostname.includes('.') ? url.href : undefined
}

function unescaped(text: string | undefined): string | undefined {
  try {
    return text === undefined ? undefined : decodeURIComponent(text)
  } catch {
    return undefined
  }
}

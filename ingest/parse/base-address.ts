/** The base of relative addresses that a page names in its head (HTML, 4.2.3: the `base` element). */

/** The head of a page is in its beginning; further on, such an element may be an example in the text. */
const MAX_SEARCHED = 50_000
const BASE = /<base\s[^<>]{0,2000}>/i
const HREF = /\shref=(?:"([^"]{1,2000})"|'([^']{1,2000})'|([^\s>"']{1,2000}))/i

/**
 * Find the base of relative addresses in a page.
 *
 * @param html the page
 * @param url its address, to which the base itself may be relative
 * @returns an address of the web; undefined if the page names none
 */
export function baseAddress(html: string, url: string | undefined): string | undefined {
  if (!/<base\s/i.test(html.slice(0, MAX_SEARCHED))) return undefined
  const beginning = html.slice(0, MAX_SEARCHED)
  const body = beginning.search(/<(?:body|article|main)[\s>]/i)
  const tag = BASE.exec(body < 0 ? beginning : beginning.slice(0, body))?.[0]
  const match = tag === undefined ? null : HREF.exec(tag)
  const href = match?.[1] ?? match?.[2] ?? match?.[3]
  const base = href === undefined ? null : URL.parse(href.replaceAll('&amp;', '&').trim(), url)
  return base && /^https?:$/.test(base.protocol) ? base.href : undefined
}

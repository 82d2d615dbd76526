import {element, escapeText} from '../../render/html/element.ts'
import type {ArticleAddress} from '../articles.ts'
import {dateOf} from '../dates.ts'
import type {SiteInfo} from './site-info.ts'

/**
 * A sitemap: the home page and every article.
 *
 * @see https://www.sitemaps.org/protocol.html
 */
export function sitemap(addresses: readonly ArticleAddress[], site: SiteInfo): string {
  const urls = addresses.map((address) =>
    url(site.articleUrl(address), dateOf(address._updatedAt)?.toISOString()),
  )
  const set = element(
    'urlset',
    {xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9'},
    url(`${site.baseUrl}/`),
    ...urls,
  )
  return `<?xml version="1.0" encoding="utf-8"?>\n${set}\n`
}

function url(loc: string, lastmod?: string): string {
  const changed = lastmod ? element('lastmod', {}, escapeText(lastmod)) : ''
  return element('url', {}, element('loc', {}, escapeText(loc)), changed)
}

import {element, escapeText} from '../../render/html/element.ts'
import {renderHtml} from '../../render/html.ts'
import {cleanText} from '../../render/read/clean-text.ts'
import {creditOf, summaryOf, titleOf} from '../article/fields.ts'
import type {ArticleFeedEntry} from '../articles.ts'
import {dateOf} from '../dates.ts'
import type {SiteInfo} from './site-info.ts'

/**
 * RSS 2.0 with whole articles.
 *
 * @see https://www.rssboard.org/rss-specification
 */
export function rss(entries: readonly ArticleFeedEntry[], site: SiteInfo): string {
  const newest = entries
    .map(({_updatedAt}) => _updatedAt)
    .toSorted()
    .at(-1)
  const channel = [
    text('title', site.title),
    text('link', `${site.baseUrl}/`),
    text('description', site.description),
    element('atom:link', {href: `${site.baseUrl}/feed.xml`, rel: 'self', type: 'application/rss+xml'}),
    text('lastBuildDate', dateOf(newest)?.toUTCString()),
    ...entries.map((entry) => item(entry, site)),
  ]
  const namespaces = {
    'xmlns:atom': 'http://www.w3.org/2005/Atom',
    'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
    'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  }
  return `<?xml version="1.0" encoding="utf-8"?>\n${element('rss', {version: '2.0', ...namespaces}, element('channel', {}, ...channel))}\n`
}

function item(entry: ArticleFeedEntry, site: SiteInfo): string {
  return element(
    'item',
    {},
    text('title', titleOf(entry)),
    text('link', site.articleUrl(entry)),
    // The slug may change; the id does not.
    element('guid', {isPermaLink: 'false'}, escapeText(entry._id)),
    text('pubDate', dateOf(entry.publishedAt)?.toUTCString()),
    text('dc:creator', creditOf(entry)),
    ...(entry.topics ?? []).map(({title}) => text('category', title)),
    text('description', summaryOf(entry)),
    text('content:encoded', renderHtml(entry.body)),
  )
}

/** An element with text that XML allows; empty when there is no text. */
function text(name: string, value: string | undefined): string {
  return value ? element(name, {}, escapeText(cleanText(value))) : ''
}

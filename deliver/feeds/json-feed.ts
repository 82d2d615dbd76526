import {renderHtml} from '../../render/html.ts'
import {creditOf, imageOf, summaryOf, titleOf} from '../article/fields.ts'
import type {ArticleFeedEntry} from '../articles.ts'
import {dateOf} from '../dates.ts'
import {languageTag} from '../language.ts'
import type {SiteInfo} from './site-info.ts'

/**
 * JSON Feed 1.1 with whole articles. `JSON.stringify` leaves undefined fields out.
 *
 * @see https://www.jsonfeed.org/version/1.1/
 */
export function jsonFeed(entries: readonly ArticleFeedEntry[], site: SiteInfo) {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: site.title,
    description: site.description,
    home_page_url: `${site.baseUrl}/`,
    feed_url: `${site.baseUrl}/feed.json`,
    items: entries.map((entry) => {
      const credit = creditOf(entry)
      return {
        id: entry._id,
        url: site.articleUrl(entry),
        title: titleOf(entry),
        content_html: renderHtml(entry.body),
        summary: summaryOf(entry),
        image: imageOf(entry),
        date_published: dateOf(entry.publishedAt)?.toISOString(),
        date_modified: dateOf(entry.modifiedAt)?.toISOString(),
        authors: credit ? [{name: credit}] : undefined,
        tags: entry.topics?.length ? entry.topics.map(({title}) => title) : undefined,
        language: languageTag(entry.language),
      }
    }),
  }
}

/**
 * An RSS feed (2.0, 1.0 or older) or item. The title and text of each item are taken out, with one level of escaping undone if the
 * format requires it; other elements are left out. The metadata of a single item is kept.
 *
 * @example
 *   in: <item><title>Wells &amp; more</title><link>https://example.com/a</link><description>&lt;p&gt;One.&lt;/p&gt;</description></item>
 *   out: <h1>Wells &amp; more</h1>\n<p>One.</p>
 *   declares: {"title": "Wells & more", "canonicalUrl": "https://example.com/a"}
 * @example
 *   in: <rss xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:c="http://purl.org/rss/1.0/modules/content/"><channel><title>Village News</title><item><title>Wells</title><dc:creator>Ann Lee</dc:creator><pubDate>Tue, 05 Mar 2024 10:00:00 +0100</pubDate><category>Water</category><description>Deeper than anybody thought.</description><c:encoded><![CDATA[<p>One.</p>]]></c:encoded></item></channel></rss>
 *   out: <h1>Wells</h1>\n<p>One.</p>
 *   declares: {"siteName": "Village News", "title": "Wells", "subtitle": "Deeper than anybody thought.", "authors": ["Ann Lee"], "publishedAt": "Tue, 05 Mar 2024 10:00:00 +0100", "tags": ["Water"]}
 * @example
 *   in: <p>One &lt;item&gt; of a feed.</p>
 *   out: <p>One &lt;item&gt; of a feed.</p>
 */
import type {Unwrapper} from './unwrapper.ts'
import {unwrapFeed} from './xml/feed.ts'
import {RSS} from './xml/rss-format.ts'
import {readXml, rootName} from './xml/tree.ts'

export const rss: Unwrapper = (text, report) =>
  RSS.isRoot(rootName(text.value)) ? unwrapFeed(text, readXml(text.value), RSS, report) : undefined

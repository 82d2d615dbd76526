/**
 * An Atom feed (RFC 4287) or entry, with or without a prefix. The title and text of each entry are taken out, with one level of escaping
 * undone if `type` requires it; other elements are left out. The metadata of a single entry is kept. If the entry names no author, its
 * author is the feed's, as the format specifies.
 *
 * @example
 *   in: <entry><title>Wells</title><id>urn:x</id><author><name>Ann Lee</name></author><published>2024-03-05T10:00:00Z</published><link href="https://example.com/well"/><summary>Deep.</summary><content type="html"><![CDATA[<p>One.</p>]]></content></entry>
 *   out: <h1>Wells</h1>\n<p>One.</p>
 *   declares: {"title": "Wells", "subtitle": "Deep.", "authors": ["Ann Lee"], "publishedAt": "2024-03-05T10:00:00Z", "canonicalUrl": "https://example.com/well"}
 * @example
 *   in: <a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>Village News</a:title><a:author><a:name>Bo Ek</a:name></a:author><a:entry><a:title>Wells</a:title><a:category term="w" label="Water"/><a:content type="html">&lt;p>One.&lt;/p></a:content></a:entry></a:feed>
 *   out: <h1>Wells</h1>\n<p>One.</p>
 *   declares: {"siteName": "Village News", "authors": ["Bo Ek"], "title": "Wells", "tags": ["Water"]}
 * @example
 *   in: <p>One &lt;entry&gt; of a feed.</p>
 *   out: <p>One &lt;entry&gt; of a feed.</p>
 */
import type {Unwrapper} from './unwrapper.ts'
import {ATOM} from './xml/atom-format.ts'
import {unwrapFeed} from './xml/feed.ts'
import {readXml, rootName} from './xml/tree.ts'

export const atom: Unwrapper = (text, report) =>
  ATOM.isRoot(rootName(text.value)) ? unwrapFeed(text, readXml(text.value), ATOM, report) : undefined

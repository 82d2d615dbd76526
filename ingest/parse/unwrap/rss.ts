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
import type {Declaration, DeclaredFields} from '../metadata/declared.ts'
import type {TracedText} from '../trace/traced-text.ts'
import {subtitleFrom} from './lib/subtitle.ts'
import type {Unwrapper} from './unwrapper.ts'
import {attributeIn, lineIn, listIn} from './xml/content.ts'
import {type FeedFormat, pictureOf, type Taken, unwrapFeed} from './xml/feed.ts'
import {childrenOf, readXml, rootName, type XmlElement} from './xml/tree.ts'

const DOCUMENTS = new Set(['rss', 'rdf:rdf', 'channel', 'item'])

export const rss: Unwrapper = (text, report) =>
  DOCUMENTS.has(rootName(text.value)) ? unwrapFeed(text, readXml(text.value), RSS, report) : undefined

const RSS: FeedFormat = {
  entries: ['item'],
  bodies: ['content:encoded', 'content', 'atom:content', 'description', 'summary', 'atom:summary'],
  titles: ['title', 'atom:title', 'media:title'],

  fieldsOf: (text, item, taken) => ({
    title: lineOf(text, item, 'title', 'atom:title', 'media:title'),
    subtitle: subtitleOf(text, item, taken),
    byline: undefined,
    authors: authorsOf(text, item),
    publishedAt: lineOf(
      text,
      item,
      'pubDate',
      'dc:date',
      'dcterms:issued',
      'dcterms:created',
      'atom:published',
    ),
    modifiedAt: lineOf(text, item, 'atom:updated', 'dcterms:modified'),
    language: lineOf(text, item, 'dc:language'),
    canonicalUrl: addressOf(text, item),
    siteName: undefined,
    section: undefined,
    tags: tagsOf(text, item),
    leadImage: pictureOf(text, item, childrenOf(item, 'enclosure')),
  }),

  feedFieldsOf(text, item) {
    const channel = channelOf(item)
    return {
      siteName: lineOf(text, channel, 'title'),
      language: lineOf(text, channel, 'language', 'dc:language'),
    }
  },
}

/** The channel of an item: around it, or before it in RSS 1.0. */
const channelOf = ({parent}: XmlElement): XmlElement | undefined =>
  parent?.name === 'channel' ? parent : childrenOf(parent, 'channel')[0]

/** The first of these elements with text. */
const lineOf = (
  text: TracedText,
  element: XmlElement | undefined,
  ...names: string[]
): Declaration<string> | undefined => linesOf(text, element, ...names)[0]

const linesOf = (
  text: TracedText,
  element: XmlElement | undefined,
  ...names: string[]
): Declaration<string>[] => childrenOf(element, ...names).flatMap((one) => lineIn(text, one) ?? [])

function subtitleOf(
  text: TracedText,
  item: XmlElement,
  {body, html}: Taken,
): Declaration<string> | undefined {
  const found = childrenOf(item, 'description', 'itunes:subtitle', 'summary', 'atom:summary')
    .filter((one) => one !== body)
    .flatMap((one) => lineIn(text, one) ?? [])[0]
  const value = subtitleFrom(found?.value, html)
  return found && value ? {...found, value} : undefined
}

/** List the authors: names in Dublin Core elements before names behind a mailbox address. */
function authorsOf(text: TracedText, item: XmlElement): DeclaredFields['authors'] {
  const creators = linesOf(text, item, 'dc:creator')
  const atom = childrenOf(item, 'atom:author').flatMap((one) => lineOf(text, one, 'atom:name') ?? [])
  const mailboxes = linesOf(text, item, 'author', 'itunes:author').flatMap(({value, place}) => {
    const name = /\(([^()]+)\)\s*$/.exec(value)?.[1] ?? value
    return name.includes('@') ? [] : [{value: name.trim(), place}]
  })
  return listIn([creators, atom, mailboxes].find((list) => list.length > 0) ?? [])
}

/** The article's own address, before one that counts clicks. */
function addressOf(text: TracedText, item: XmlElement): Declaration<string> | undefined {
  const alternate = childrenOf(item, 'atom:link').find(
    ({attributes: {rel = 'alternate'}}) => rel === 'alternate',
  )
  const guid = childrenOf(item, 'guid').find(
    ({attributes: {isPermaLink = 'true'}}) => isPermaLink !== 'false',
  )
  const permanent = lineIn(text, guid)
  return (
    lineOf(text, item, 'feedburner:origLink', 'link') ??
    attributeIn(text, alternate, 'href') ??
    (permanent && /^https?:/i.test(permanent.value) ? permanent : undefined)
  )
}

const tagsOf = (text: TracedText, item: XmlElement): DeclaredFields['tags'] =>
  listIn(linesOf(text, item, 'category', 'dc:subject', 'atom:category'))

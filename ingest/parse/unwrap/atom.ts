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
import type {Declaration, DeclaredFields} from '../metadata/declared.ts'
import type {TracedText} from '../trace/traced-text.ts'
import {sourceRange} from '../trace/traced-text.ts'
import {subtitleFrom} from './lib/subtitle.ts'
import type {Unwrapper} from './unwrapper.ts'
import {attributeIn, lineIn, listIn} from './xml/content.ts'
import {type FeedFormat, pictureOf, unwrapFeed} from './xml/feed.ts'
import {baseOf, childrenOf, inherited, readXml, rootName, type XmlElement} from './xml/tree.ts'

export const atom: Unwrapper = (text, report) =>
  /^(?:[a-z][\w-]{0,20}:)?(?:feed|entry)$/.test(rootName(text.value))
    ? unwrapFeed(text, readXml(text.value), ATOM, report)
    : undefined

/** A separate entry may have lost its namespace. */
const named = (...names: string[]): string[] => names.flatMap((name) => [`atom:${name}`, name])

const ATOM: FeedFormat = {
  entries: named('entry'),
  bodies: named('content', 'summary'),
  titles: named('title'),

  fieldsOf(text, entry, {body, html}) {
    const links = childrenOf(entry, ...named('link'))
    const summary = lineOf(text, entry, 'summary')
    const subtitle = childrenOf(entry, ...named('summary')).includes(body)
      ? undefined
      : subtitleFrom(summary?.value, html)
    return {
      title: lineOf(text, entry, 'title'),
      subtitle: summary && subtitle ? {...summary, value: subtitle} : undefined,
      byline: undefined,
      authors: peopleOf(text, entry) ?? peopleOf(text, childrenOf(entry, ...named('source'))[0]),
      // The second names are those of Atom 0.3.
      publishedAt: lineOf(text, entry, 'published', 'issued'),
      modifiedAt: lineOf(text, entry, 'updated', 'modified'),
      language: languageOf(text, body),
      canonicalUrl: addressOf(text, links),
      siteName: undefined,
      section: undefined,
      tags: tagsOf(text, entry),
      leadImage: pictureOf(
        text,
        entry,
        links.filter(({attributes: {rel}}) => rel === 'enclosure'),
      ),
    }
  },

  feedFieldsOf: (text, {parent: feed}) => ({
    siteName: lineOf(text, feed, 'title'),
    authors: peopleOf(text, feed),
    language: languageOf(text, feed),
  }),
}

/** The first of these elements with text. */
const lineOf = (
  text: TracedText,
  element: XmlElement | undefined,
  ...names: string[]
): Declaration<string> | undefined =>
  childrenOf(element, ...named(...names)).flatMap((one) => lineIn(text, one) ?? [])[0]

const peopleOf = (text: TracedText, element: XmlElement | undefined): DeclaredFields['authors'] =>
  listIn(childrenOf(element, ...named('author')).flatMap((one) => lineOf(text, one, 'name') ?? []))

function addressOf(text: TracedText, links: readonly XmlElement[]): Declaration<string> | undefined {
  const link = links.find(
    ({attributes: {rel = 'alternate', type = 'text/html'}}) => rel === 'alternate' && /html/.test(type),
  )
  const found = attributeIn(text, link, 'href')
  const address = found && URL.parse(found.value, baseOf(link, undefined))?.href
  return found && {...found, value: address ?? found.value}
}

function tagsOf(text: TracedText, entry: XmlElement): DeclaredFields['tags'] {
  const categories = childrenOf(entry, ...named('category'))
  return listIn(
    categories.flatMap((one) => attributeIn(text, one, 'label') ?? attributeIn(text, one, 'term') ?? []),
  )
}

function languageOf(text: TracedText, element: XmlElement | undefined): Declaration<string> | undefined {
  const value = inherited(element, 'xml:lang')
  return element && value ? {value, place: sourceRange(text, element.tag.start, element.tag.end)} : undefined
}

/** RSS (2.0, 1.0 or older) as a format of feeds. */
import type {Declaration, DeclaredFields} from '../../metadata/declared.ts'
import type {TracedText} from '../../trace/traced-text.ts'
import {subtitleFrom} from '../lib/subtitle.ts'
import {attributeIn, lineIn, listIn} from './content.ts'
import {type FeedFormat, pictureOf, type Taken} from './feed.ts'
import {childrenOf, type XmlElement} from './tree.ts'

/** The elements of RSS that matter here. */
export const RSS: FeedFormat = {
  isRoot: (name) => /^(?:rss|rdf:rdf|channel|item)$/.test(name),
  entries: ['item'],
  bodies: ['content:encoded', 'content', 'atom:content', 'description', 'summary', 'atom:summary'],
  titles: ['title', 'atom:title', 'media:title'],

  // An export of WordPress (WXR) lists images, menus and drafts, too.
  isOther: (text, item) =>
    !/^(?:post|page|)$/.test(lineOf(text, item, 'wp:post_type')?.value ?? '') ||
    /^(?:trash|auto-draft|inherit)$/.test(lineOf(text, item, 'wp:status')?.value ?? ''),

  fieldsOf: (text, item, taken) => ({
    title: lineOf(text, item, 'title', 'atom:title', 'media:title'),
    subtitle: subtitleOf(text, item, taken),
    byline: undefined,
    authors: authorsOf(text, item),
    publishedAt:
      lineOf(text, item, 'pubDate', 'dc:date', 'dcterms:issued', 'dcterms:created', 'atom:published') ??
      utcOf(lineOf(text, item, 'wp:post_date_gmt')),
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
  const found = childrenOf(
    item,
    'excerpt:encoded',
    'description',
    'itunes:subtitle',
    'summary',
    'atom:summary',
  )
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
  return listIn([named(text, item, creators), atom, mailboxes].find((list) => list.length > 0) ?? [])
}

/** Names for the logins that an export of WordPress has in an item. */
function named(text: TracedText, item: XmlElement, logins: Declaration<string>[]): Declaration<string>[] {
  const authors = childrenOf(channelOf(item), 'wp:author')
  return logins.map(({value, place}) => {
    const author = authors.find((one) => lineOf(text, one, 'wp:author_login')?.value === value)
    return {value: lineOf(text, author, 'wp:author_display_name')?.value ?? value, place}
  })
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

/** A time in UTC without its zone, as an export of WordPress has it; that of a draft is all zeros. */
const utcOf = (found: Declaration<string> | undefined): Declaration<string> | undefined =>
  found && /^[1-9]/.test(found.value) ? {...found, value: `${found.value.replace(' ', 'T')}Z`} : undefined

/** Topics; not the category `Uncategorized` and the forms of posts that an export of WordPress lists. */
const tagsOf = (text: TracedText, item: XmlElement): DeclaredFields['tags'] =>
  listIn(
    childrenOf(item, 'category', 'dc:subject', 'atom:category')
      .filter(({attributes: {domain, nicename}}) => domain !== 'post_format' && nicename !== 'uncategorized')
      .flatMap((one) => lineIn(text, one) ?? []),
  )

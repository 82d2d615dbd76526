/** Shared code of RSS and Atom: entries with a title, a text and images. */
import type {Report} from '../../findings/report.ts'
import type {DeclaredFields, EveryField} from '../../metadata/declared.ts'
import type {SourceRange, TracedText} from '../../trace/traced-text.ts'
import {sourceRange} from '../../trace/traced-text.ts'
import {type Carried, compose} from '../lib/compose.ts'
import {playerHtml} from '../lib/player.ts'
import {reportEntries} from '../lib/several.ts'
import type {Unwrapped} from '../unwrapper.ts'
import {attributeIn, htmlIn, lineIn, rangesIn, titleHtml} from './content.ts'
import {baseOf, childrenOf, descendants, type XmlElement} from './tree.ts'

/** One format of feeds. */
export interface FeedFormat {
  /** Whether a document is of the format, by the name of its first element. */
  isRoot(name: string): boolean
  /** Element names of an entry. */
  entries: readonly string[]
  /** Names of the elements that hold an entry's text, the fullest first. */
  bodies: readonly string[]
  titles: readonly string[]
  /** Whether an entry is no article, such as an image of an export. */
  isOther?(text: TracedText, entry: XmlElement): boolean
  /** Fields that an entry declares. */
  fieldsOf(text: TracedText, entry: XmlElement, taken: Taken): EveryField
  /** Fields that the feed declares for all its entries. */
  feedFieldsOf(text: TracedText, entry: XmlElement): DeclaredFields
}

/** The text of an entry, and the element that contained it. */
export interface Taken {
  body: XmlElement
  /** The article's HTML. */
  html: string
}

/** Join the entries of a feed. The metadata of an entry is kept if it is the only one. */
export function unwrapFeed(
  text: TracedText,
  roots: readonly XmlElement[],
  format: FeedFormat,
  report: Report,
): Unwrapped | undefined {
  const entries = articlesOf(text, roots, format).map((one) => ({
    ...one,
    carried: carriedBy(text, one.entry, one.body, format),
  }))
  const [first] = entries
  if (!first) return undefined
  const {text: html, left} = compose(
    text,
    entries.map(({carried}) => carried),
  )
  report({
    code: 'document-unwrapped',
    message:
      entries.length === 1
        ? 'The source is a feed. The text of its entry was kept, other elements were left out.'
        : `The source is a feed of ${entries.length} entries. The text of each was kept, other elements were left out.`,
    ranges: left,
  })
  reportEntries(
    entries.map(({entry: one}) => sourceRange(text, one.tag.start, one.tag.end)),
    report,
  )
  const {entry, body} = first
  const ofFeed = format.feedFieldsOf(text, entry)
  if (entries.length > 1) return {html, declared: {source: 'feed', fields: ofFeed}}
  const fields = {...ofFeed, ...defined(format.fieldsOf(text, entry, {body, html: html.value}))}
  const base = baseOf(body, fields.canonicalUrl?.value)
  return {html, declared: {source: 'feed', fields}, ...(base !== undefined && {base})}
}

/** The entries of a feed that are articles, and the element with the text of each. */
export const articlesOf = (
  text: TracedText,
  roots: readonly XmlElement[],
  format: FeedFormat,
): {entry: XmlElement; body: XmlElement}[] =>
  descendants(roots, ...format.entries).flatMap((entry) => {
    if (format.isOther?.(text, entry)) return []
    const body = childrenOf(entry, ...format.bodies).find((one) => rangesIn(text.value, one).length > 0)
    return body ? [{entry, body}] : []
  })

function carriedBy(text: TracedText, entry: XmlElement, body: XmlElement, {titles}: FeedFormat): Carried {
  const title = childrenOf(entry, ...titles).find((one) => rangesIn(text.value, one).length > 0)
  const ranges = rangesIn(text.value, body)
  const players = playersOf(text, entry, ranges)
  return {
    ...(title && titleHtml(text, title)),
    bodies: [...ranges.map((range) => htmlIn(text, body, range)), ...players.map(({html}) => html)],
    bodiesAt: [...ranges, ...players.map(({at}) => at)],
  }
}

/** Audio and video of an entry that its text does not show. */
function playersOf(
  text: TracedText,
  entry: XmlElement,
  ranges: readonly SourceRange[],
): {html: TracedText; at: SourceRange}[] {
  const groups = [entry, ...childrenOf(entry, 'media:group')]
  const links = childrenOf(entry, 'link', 'atom:link').filter(({attributes: {rel}}) => rel === 'enclosure')
  const media = [
    ...childrenOf(entry, 'enclosure'),
    ...links,
    ...groups.flatMap((one) => childrenOf(one, 'media:content')),
  ]
  const seen = new Set<string>()
  return media.flatMap(({attributes: {type = '', medium = '', url, href}, tag}) => {
    const address = url ?? href ?? ''
    const [kind] = /^(?:audio|video)/.exec(type || medium) ?? []
    const isShown = ranges.some(({start, end}) => text.value.slice(start, end).includes(address))
    if (!kind || !/^https?:\/\//i.test(address) || isShown || seen.has(address)) return []
    seen.add(address)
    return [{html: playerHtml(kind, address, sourceRange(text, tag.start, tag.end).start), at: tag}]
  })
}

const defined = (fields: DeclaredFields): DeclaredFields =>
  Object.fromEntries(Object.entries(fields).filter(([, field]) => field !== undefined))

/** The image that an entry declares for its article: by Media RSS, an enclosure, or podcast elements. */
export function pictureOf(
  text: TracedText,
  entry: XmlElement,
  enclosures: readonly XmlElement[],
): DeclaredFields['leadImage'] {
  const media = [entry, ...childrenOf(entry, 'media:group')]
  const contents = media.flatMap((one) => childrenOf(one, 'media:content')).filter(isPicture)
  const thumbnails = [...media, ...contents].flatMap((one) => childrenOf(one, 'media:thumbnail'))
  for (const element of [
    ...contents,
    ...enclosures.filter(isPicture),
    ...thumbnails,
    ...childrenOf(entry, 'itunes:image'),
  ]) {
    const name = ['url', 'href'].find((one) => element.attributes[one])
    const found = name && attributeIn(text, element, name)
    if (!found) continue
    const [caption, credit] = ['media:description', 'media:credit'].map(
      (one) => lineIn(text, childrenOf(element, one)[0])?.value,
    )
    return {
      value: {url: found.value, ...(caption && {caption}), ...(credit && {credit})},
      place: sourceRange(text, element.tag.start, element.tag.end),
    }
  }
  return undefined
}

const isPicture = ({attributes: {type = '', medium, url = '', href = ''}}: XmlElement): boolean =>
  medium === 'image' ||
  type.startsWith('image/') ||
  (medium === undefined && type === '' && /\.(?:avif|gif|jpe?g|png|webp)(?:$|[?#])/i.test(url || href))

/** Atom (RFC 4287) as a format of feeds. */
import type {Declaration, DeclaredFields} from '../../metadata/declared.ts'
import type {TracedText} from '../../trace/traced-text.ts'
import {sourceRange} from '../../trace/traced-text.ts'
import {subtitleFrom} from '../lib/subtitle.ts'
import {attributeIn, lineIn, listIn} from './content.ts'
import {type FeedFormat, pictureOf} from './feed.ts'
import {baseOf, childrenOf, inherited, type XmlElement} from './tree.ts'

/** A separate entry may have lost its namespace. */
const named = (...names: string[]): string[] => names.flatMap((name) => [`atom:${name}`, name])

/** The elements of Atom that matter here. */
export const ATOM: FeedFormat = {
  isRoot: (name) => /^(?:[a-z][\w-]{0,20}:)?(?:feed|entry)$/.test(name),
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

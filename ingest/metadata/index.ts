/**
 * What the source says of itself, before scripts are removed. In the order of trust: JSON-LD, OpenGraph and other meta
 * elements, microdata, elements of the page. What none of them says stays absent.
 */
import type {Element, Root} from 'hast'
import type {VFile} from 'vfile'
import {safeAddress} from '../sanitize/address.ts'
import {MEDIA_PROTOCOLS} from '../sanitize/policy.ts'
import type {Metadata} from '../types.ts'
import {believable} from './canonical.ts'
import {type Clues, collect, string, textIn} from './collect.ts'
import {toIsoDate} from './dates.ts'
import * as jsonLd from './json-ld.ts'
import {toLanguage} from './language.ts'
import {withoutSiteName} from './title.ts'

/** Transform of a unified processor; leaves `file.data.metadata`. */
export default function readMetadata() {
  return (tree: Root, file: VFile): void => {
    file.data.metadata = metadataOf(collect(tree), file.data.url)
  }
}

/** Absent fields are left out, so that nothing looks known that is not. */
export function metadataOf(clues: Clues, url: string | undefined): Metadata {
  const thing = jsonLd.articleIn(clues.jsonLd) ?? {}
  const siteName = siteNameOf(clues, thing)
  const authors = authorsOf(clues, thing)
  const canonicalUrl = believable(clues.canonical ?? clues.meta.get('og:url'), url)
  const image = imageOf(clues, thing, url)
  const found: {[Key in keyof Metadata]: Metadata[Key] | undefined} = {
    title: titleOf(clues, thing, siteName),
    subtitle: jsonLd.text(thing.alternativeHeadline) ?? microtext(clues, 'alternativeheadline'),
    byline: authors.length > 0 ? authors.join(', ') : undefined,
    authors: authors.length > 0 ? authors : undefined,
    publishedAt: firstDate([
      jsonLd.text(thing.datePublished),
      meta(
        clues,
        'article:published_time',
        'og:article:published_time',
        'datepublished',
        'date',
        'dc.date',
        'pubdate',
      ),
      meta(clues, 'dc.date.issued', 'dcterms.created', 'publish-date', 'parsely-pub-date', 'sailthru.date'),
      microdate(clues, 'datepublished'),
      onlyTime(clues),
    ]),
    modifiedAt: firstDate([
      jsonLd.text(thing.dateModified),
      meta(clues, 'article:modified_time', 'og:updated_time', 'datemodified', 'dcterms.modified', 'lastmod'),
      microdate(clues, 'datemodified'),
    ]),
    language:
      toLanguage(jsonLd.text(thing.inLanguage)) ??
      toLanguage(clues.language) ??
      toLanguage(meta(clues, 'content-language', 'og:locale', 'dc.language')),
    canonicalUrl,
    siteName,
    leadImage: image,
  }
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined))
}

function titleOf(clues: Clues, thing: jsonLd.Thing, siteName: string | undefined): string | undefined {
  const headings = clues.headings.map((heading) => textIn(heading))
  const given =
    jsonLd.text(thing.headline) ??
    meta(clues, 'og:title', 'twitter:title', 'dc.title', 'parsely-title', 'sailthru.title') ??
    microtext(clues, 'headline') ??
    (headings.length === 1 && headings[0] ? headings[0] : undefined) ??
    clues.pageTitle
  return given === undefined ? undefined : withoutSiteName(collapse(given), siteName, headings) || undefined
}

function siteNameOf(clues: Clues, thing: jsonLd.Thing): string | undefined {
  return meta(clues, 'og:site_name', 'application-name') ?? jsonLd.names(thing.publisher)[0]
}

function authorsOf(clues: Clues, thing: jsonLd.Thing): string[] {
  const structured = jsonLd.names(thing.author ?? thing.creator)
  if (structured.length > 0) return structured.map(withoutBy)
  const named = meta(
    clues,
    'author',
    'article:author',
    'dc.creator',
    'parsely-author',
    'sailthru.author',
    'byl',
  )
  if (named && !/^https?:/i.test(named)) return [withoutBy(named)]
  const author = clues.microdata.get('author') ?? (clues.authors.length === 1 ? clues.authors[0] : undefined)
  const text = author && withoutBy(textIn(author, 200))
  return text && text.length < 100 ? [text] : []
}

function imageOf(clues: Clues, thing: jsonLd.Thing, url: string | undefined): Metadata['leadImage'] {
  const candidate =
    meta(clues, 'og:image:secure_url', 'og:image', 'og:image:url', 'twitter:image') ??
    jsonLd.imageUrl(thing.image)
  const address = safeAddress(candidate, url, MEDIA_PROTOCOLS)
  if (!address) return undefined
  const alt = meta(clues, 'og:image:alt', 'twitter:image:alt')
  return {url: address, ...(alt ? {alt: collapse(alt)} : {})}
}

function meta({meta}: Clues, ...names: string[]): string | undefined {
  for (const name of names) {
    const value = meta.get(name)
    if (value) return value
  }
  return undefined
}

function microtext({microdata}: Clues, name: string): string | undefined {
  const element = microdata.get(name)
  return element ? (string(element.properties.content) ?? (textIn(element) || undefined)) : undefined
}

function microdate({microdata}: Clues, name: string): string | undefined {
  const element = microdata.get(name)
  return element ? dateIn(element) : undefined
}

/** One moment on the page is the article's; where there are several, which one is a guess. */
function onlyTime({times}: Clues): string | undefined {
  const dates = new Set(times.flatMap((time) => toIsoDate(dateIn(time)) ?? []))
  return dates.size === 1 ? [...dates][0] : undefined
}

function dateIn(element: Element): string | undefined {
  return string(element.properties.dateTime) ?? string(element.properties.content) ?? textIn(element, 100)
}

function firstDate(candidates: readonly (string | undefined)[]): string | undefined {
  for (const candidate of candidates) {
    const date = toIsoDate(candidate)
    if (date) return date
  }
  return undefined
}

/** A name without the words that introduce it. */
const withoutBy = (name: string): string => name.replace(/^(?:(?:written|posted|words)\s+)?by[\s:]+/i, '')

const collapse = (text: string): string => text.replace(/\s+/g, ' ').trim()

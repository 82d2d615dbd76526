/**
 * What JSON-LD says of the article and its page (schema.org). References by `@id` are followed through all scripts of the page. Broken or
 * foreign data says nothing; it never stops a page.
 */

import {decodeNamedCharacterReference} from 'decode-named-character-reference'
import type {Element} from 'hast'
import {type Clue, stringValue} from './clues.ts'
import {parseLeniently} from './lenient-json.ts'

type Thing = Record<string, unknown>

const setOf = (nameValues: string): ReadonlySet<string> => new Set(nameValues.toLowerCase().split(' '))

const ARTICLES = setOf(
  'Article NewsArticle BlogPosting Report ReportageNewsArticle AnalysisNewsArticle OpinionNewsArticle BackgroundNewsArticle ReviewNewsArticle AskPublicNewsArticle LiveBlogPosting TechArticle ScholarlyArticle MedicalScholarlyArticle SocialMediaPosting DiscussionForumPosting Review CriticReview AdvertiserContentArticle SatiricalArticle MedicalWebPage',
)
/** Works that stand where an article would. */
const WORKS = setOf('CreativeWork Recipe HowTo Guide Course Book PodcastEpisode VideoObject')
const PAGES = setOf('WebPage ItemPage AboutPage FAQPage QAPage CollectionPage ProfilePage CheckoutPage')
const SITES = setOf('WebSite Organization NewsMediaOrganization')

/** Nested deeper than this, data is not about the page. */
const DEPTH = 8
/** More things than this are lists of other pages. */
const MOST = 2000

/** What the page's JSON-LD describes. */
export interface Described {
  /** The article, or the work that stands in its place. */
  article?: Thing
  page?: Thing
  /** Names of the site and its publisher. */
  siteNames: string[]
  /** The script that a thing stands in. */
  scriptOf(thing: Thing): Element | undefined
  /** A value with references followed, one level. */
  resolve(value: unknown): unknown
}

/** `address`: of the page, to tell its article from those that it links to. */
export function describeJsonLd(scripts: readonly Clue[], address: string | undefined): Described {
  const things: Thing[] = []
  const scriptsOf = new Map<Thing, Element>()
  const byId = new Map<string, Thing>()
  for (const {value, element} of scripts) {
    for (const root of parseLeniently(value)) {
      for (const thing of thingsIn(root)) {
        if (things.length >= MOST) break
        things.push(thing)
        scriptsOf.set(thing, element)
        const id = stringValue(thing['@id'])
        // Of several under one id, the one that says most: the others refer to it.
        if (id && Object.keys(thing).length > Object.keys(byId.get(id) ?? {}).length) byId.set(id, thing)
      }
    }
  }
  const resolve = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map((item) => resolve(item))
    if (typeof value !== 'object' || value === null) return value
    const thing = value as Thing
    const id = stringValue(thing['@id'])
    return id && thing.name === undefined ? (byId.get(id) ?? thing) : thing
  }
  const isAbout = (thing: Thing): boolean =>
    address !== undefined && addressesOf(thing).includes(bare(address))
  const best = (types: ReadonlySet<string>, says: (thing: Thing) => boolean): Thing | undefined => {
    const fitting = things.filter((thing) => isOf(thing, types) && says(thing))
    return fitting.find(isAbout) ?? fitting[0]
  }
  const article =
    best(
      ARTICLES,
      (thing) => thing.headline !== undefined || thing.name !== undefined || thing.author !== undefined,
    ) ??
    best(ARTICLES, () => true) ??
    best(WORKS, (thing) => thing.headline !== undefined || isAbout(thing)) ??
    best(WORKS, (thing) => thing.author !== undefined && thing.datePublished !== undefined)
  const page = best(PAGES, () => true)
  return {
    ...(article && {article}),
    ...(page && {page}),
    siteNames: [
      ...names(resolve(article?.publisher)),
      ...things.filter((thing) => isOf(thing, SITES)).flatMap((thing) => names(thing)),
    ],
    scriptOf: (thing) => scriptsOf.get(thing),
    resolve,
  }
}

/** Properties that lead from a thing to what the page is about. */
const LINKS = [
  '@graph',
  'mainEntity',
  'mainEntityOfPage',
  'hasPart',
  'isPartOf',
  'publisher',
  'itemReviewed',
  'about',
  'subjectOf',
]

/** Things in document order. */
function* thingsIn(root: unknown): Generator<Thing> {
  const stack: {value: unknown; depth: number}[] = [{value: root, depth: 0}]
  for (let top = stack.pop(); top; top = stack.pop()) {
    const {value, depth} = top
    if (depth > DEPTH || typeof value !== 'object' || value === null) continue
    const isList = Array.isArray(value)
    if (!isList) yield value as Thing
    const inner = isList ? value.slice(0, MOST) : LINKS.map((name) => (value as Thing)[name])
    // Authors are things too where something refers to them by id.
    const people = isList ? [] : [(value as Thing).author, (value as Thing).creator]
    for (const item of [...inner, ...people].reverse()) stack.push({value: item, depth: depth + 1})
  }
}

const isOf = (thing: Thing, types: ReadonlySet<string>): boolean =>
  typesOf(thing).some((type) => types.has(type))

export function typesOf(thing: Thing): string[] {
  const type = thing['@type']
  return (Array.isArray(type) ? type : [type])
    .filter((name): name is string => typeof name === 'string')
    .map((name) => name.replace(/^.*[/:#]/, '').toLowerCase())
}

function addressesOf(thing: Thing): string[] {
  const page = thing.mainEntityOfPage
  const ofPage =
    typeof page === 'object' && page !== null ? [(page as Thing)['@id'], (page as Thing).url] : [page]
  return [thing.url, thing['@id'], ...ofPage].flatMap((value) => {
    const address = stringValue(value)
    return address ? [bare(address)] : []
  })
}

/** An address without protocol, `www`, query, fragment and last slash. */
const bare = (address: string): string =>
  address
    .replace(/[?#].*$/s, '')
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/\/$/, '')
    .toLowerCase()

/** A text property; where it holds several, the first. Publishing systems leave markup and character references in it. */
export function textValue(value: unknown): string | undefined {
  if (Array.isArray(value)) return textValue(value[0])
  if (typeof value === 'object' && value !== null) return textValue((value as Thing)['@value'])
  const found = stringValue(value)
  return found === undefined ? undefined : plain(found) || undefined
}

/** A moment: a text, or the count of milliseconds or seconds since 1970 that programs write. */
export function momentValue(value: unknown): string | undefined {
  if (typeof value !== 'number') return textValue(value)
  const milliseconds = value > SECONDS ? value : value * 1000
  return milliseconds > FIRST && milliseconds < LAST ? new Date(milliseconds).toISOString() : undefined
}

/** More than this is a count of milliseconds: as seconds it is a year beyond 5000. */
const SECONDS = 1e11
/** Nothing was on the web before 1990, and a moment after 2100 is another number. */
const FIRST = Date.UTC(1990, 0)
const LAST = Date.UTC(2100, 0)

/** Several texts, given as a list or divided by commas. */
export function textValues(value: unknown): string[] {
  const list = Array.isArray(value) ? value : [value]
  return list.flatMap((item) => {
    const found = textValue(typeof item === 'object' && item !== null ? ((item as Thing).name ?? item) : item)
    return (
      found
        ?.split(/[,;]/)
        .map((part) => part.trim())
        .filter(Boolean) ?? []
    )
  })
}

const plain = (value: string): string =>
  decodeReferences(value)
    .replace(/<\/?[a-z][^<>]{0,200}>/gi, '')
    .trim()

/** A text with its character references decoded; what is not one stays. */
export function decodeReferences(value: string): string {
  return value.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z\d]{1,30}));/gi,
    (written, decimal, hex, name) => {
      if (name) return decodeNamedCharacterReference(name) || written
      const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
      const isScalar = code > 31 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
      return isScalar ? String.fromCodePoint(code) : written
    },
  )
}

/** Names of people or organizations, in order, without doubles; a given and a family name make one. */
export function names(value: unknown): string[] {
  const list = (Array.isArray(value) ? value : [value]).flat(2)
  const found = list.flatMap((item): string[] => {
    if (typeof item !== 'object' || item === null) return nameOf(textValue(item))
    const thing = item as Thing
    // A list of names inside of one person is several people.
    if (Array.isArray(thing.name)) return thing.name.flatMap((name) => nameOf(textValue(name)))
    return nameOf(
      textValue(thing.name) ??
        [textValue(thing.givenName), textValue(thing.familyName)].filter(Boolean).join(' '),
    )
  })
  return [...new Set(found)]
}

const nameOf = (name: string | undefined): string[] => (name && !/^https?:/i.test(name) ? [name] : [])

/** Address of an image given as a string, an ImageObject or a list. */
export function imageUrl(value: unknown): string | undefined {
  if (Array.isArray(value)) return imageUrl(value[0])
  if (typeof value === 'object' && value !== null) {
    const image = value as Thing
    return stringValue(image.url) ?? stringValue(image.contentUrl) ?? stringValue(image['@id'])
  }
  return stringValue(value)
}

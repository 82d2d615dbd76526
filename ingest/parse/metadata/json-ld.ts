/**
 * What JSON-LD (schema.org) declares about the article and its page. References by `@id` are followed through all
 * scripts of the page. Broken or unknown data is ignored; it never stops a page.
 */

import {decodeNamedCharacterReference} from 'decode-named-character-reference'
import type {Element} from 'hast'
import {type Clue, stringValue} from './clues.ts'
import {parseLeniently} from './lenient-json.ts'

/** A node of JSON-LD. */
type Thing = Record<string, unknown>

const setOf = (nameValues: string): ReadonlySet<string> => new Set(nameValues.toLowerCase().split(' '))

const ARTICLES = setOf(
  'Article NewsArticle BlogPosting Report ReportageNewsArticle AnalysisNewsArticle OpinionNewsArticle BackgroundNewsArticle ReviewNewsArticle AskPublicNewsArticle LiveBlogPosting TechArticle ScholarlyArticle MedicalScholarlyArticle SocialMediaPosting DiscussionForumPosting Review CriticReview AdvertiserContentArticle SatiricalArticle MedicalWebPage',
)
/** Articles that may be a part of another. */
const REVIEWS = setOf('Review CriticReview')
/** Works that are published in place of an article. */
const WORKS = setOf('CreativeWork Recipe HowTo Guide Course Book PodcastEpisode VideoObject')
const PAGES = setOf('WebPage ItemPage AboutPage FAQPage QAPage CollectionPage ProfilePage CheckoutPage')
const SITES = setOf('WebSite Organization NewsMediaOrganization')

/** Maximum nesting; deeper data is not about the page. */
const MAX_DEPTH = 8
/** Maximum number of things; more are lists of other pages. */
const MAX_THINGS = 2000

/** What the JSON-LD of a page describes. */
export interface Described {
  /** The article, or the work in its place. */
  article?: Thing
  page?: Thing
  /** Names of the site and its publisher. */
  siteNames: string[]
  /** Find the script that contains a thing. */
  scriptOf(thing: Thing): Element | undefined
  /** Resolve the references in a value, one level deep. */
  resolve(value: unknown): unknown
}

/**
 * Read the JSON-LD scripts of a page.
 *
 * @param scripts contents and elements of the scripts
 * @param address address of the page, to distinguish its article from those that it links to
 */
export function describeJsonLd(scripts: readonly Clue[], address: string | undefined): Described {
  const things: Thing[] = []
  const scriptsOf = new Map<Thing, Element>()
  const byId = new Map<string, Thing>()
  for (const {value, element} of scripts) {
    for (const root of parseLeniently(value)) {
      for (const thing of thingsIn(root)) {
        if (things.length >= MAX_THINGS) break
        things.push(thing)
        scriptsOf.set(thing, element)
        const id = stringValue(thing['@id'])
        // If several have the same id, use the most complete one: the others refer to it.
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
    // A review in the text is about something else, wherever it is listed.
    return fitting.find(isAbout) ?? fitting.find((thing) => !isOf(thing, REVIEWS)) ?? fitting[0]
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

/** Properties that lead from a thing to the subject of the page. */
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

/** List the things in document order. */
function* thingsIn(root: unknown): Generator<Thing> {
  const stack: {value: unknown; depth: number}[] = [{value: root, depth: 0}]
  for (let top = stack.pop(); top; top = stack.pop()) {
    const {value, depth} = top
    if (depth > MAX_DEPTH || typeof value !== 'object' || value === null) continue
    const isList = Array.isArray(value)
    if (!isList) yield value as Thing
    const inner = isList ? value.slice(0, MAX_THINGS) : LINKS.map((name) => (value as Thing)[name])
    // Authors are listed too, since something may refer to them by id.
    const people = isList ? [] : [(value as Thing).author, (value as Thing).creator]
    for (const item of [...inner, ...people].reverse()) stack.push({value: item, depth: depth + 1})
  }
}

const isOf = (thing: Thing, types: ReadonlySet<string>): boolean =>
  typesOf(thing).some((type) => types.has(type))

/** List the types of a thing, in lower case and without a vocabulary. */
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

/** Strip protocol, `www`, query, fragment and trailing slash. */
const bare = (address: string): string =>
  address
    .replace(/[?#].*$/s, '')
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/\/$/, '')
    .toLowerCase()

/**
 * Read a text property, or the first of several. Markup and character references that publishing systems leave in it
 * are resolved.
 */
export function textValue(value: unknown): string | undefined {
  if (Array.isArray(value)) return textValue(value[0])
  if (typeof value === 'object' && value !== null) return textValue((value as Thing)['@value'])
  const found = stringValue(value)
  return found === undefined ? undefined : plain(found) || undefined
}

/** Read a moment: a text, or a Unix timestamp in milliseconds or seconds. */
export function momentValue(value: unknown): string | undefined {
  if (typeof value !== 'number') return textValue(value)
  const milliseconds = value > SECONDS ? value : value * 1000
  return milliseconds > FIRST && milliseconds < LAST ? new Date(milliseconds).toISOString() : undefined
}

/** Larger numbers are milliseconds: as seconds they would be a year after 5000. */
const SECONDS = 1e11
/** The web did not exist before 1990, and a number after 2100 means something else. */
const FIRST = Date.UTC(1990, 0)
const LAST = Date.UTC(2100, 0)

/** Read several texts, given as a list or separated by commas. */
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

/** A text with its character references decoded; other text stays. */
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

/** List the names of people or organizations, in order and without duplicates. A given and a family name are joined. */
export function names(value: unknown): string[] {
  const list = (Array.isArray(value) ? value : [value]).flat(2)
  const found = list.flatMap((item): string[] => {
    if (typeof item !== 'object' || item === null) return nameOf(textValue(item))
    const thing = item as Thing
    // A person with a list of names is several people.
    if (Array.isArray(thing.name)) return thing.name.flatMap((name) => nameOf(textValue(name)))
    return nameOf(
      textValue(thing.name) ??
        [textValue(thing.givenName), textValue(thing.familyName)].filter(Boolean).join(' '),
    )
  })
  return [...new Set(found)]
}

const nameOf = (name: string | undefined): string[] => (name && !/^https?:/i.test(name) ? [name] : [])

/** Read the address of an image, given as a string, an ImageObject or a list. */
export function imageUrl(value: unknown): string | undefined {
  if (Array.isArray(value)) return imageUrl(value[0])
  if (typeof value === 'object' && value !== null) {
    const image = value as Thing
    return stringValue(image.url) ?? stringValue(image.contentUrl) ?? stringValue(image['@id'])
  }
  return stringValue(value)
}

/** What the classes and ids of an element say that it holds of author and date. */
import type {Element} from 'hast'

export type NamedKind = 'author' | 'published' | 'date' | 'updated'

const AUTHOR = new Set(
  'author authors authorname byline bylines byl writer writers columnist reporter contributor autor autoren autora autore auteur auteurs redacteur redakteur schrijver forfatter skribent yazar'.split(
    ' ',
  ),
)
/** Parts of a box about an author that are not the name. */
const NOT_NAME = new Set(
  'image img avatar photo picture pic bio biography description desc about social links link-list title role position job jobtitle comment comments commenter count follow related icon label email twitter more reply'.split(
    ' ',
  ),
)
/** In the names joined by hyphens. */
const publication =
  /(?:^|-)(?:publish|publication|pub-?date|posted|dateline|(?:entry|post|article|story)-?date)/
const DATE = new Set('date dates datetime timestamp datum fecha fecha data tarih time'.split(' '))
const CHANGE = new Set(
  'updated update modified lastmod lastupdated lastmodified datemodified revised'.split(' '),
)

/** What an element's names say of it. */
export interface Meaning {
  kind: NamedKind | undefined
  /** It speaks of other articles, or of what readers say. */
  isOther: boolean
}

export const NO_MEANING: Meaning = {kind: undefined, isOther: false}

/** Whether names can hold any of the words below at all; most do not, and need not be taken apart. */
const telling =
  /aut[ehou]|byl|writ|column|repor|contrib|reda[ck]|schrij|forf|skrib|yazar|dat[aeu]|time|publ|post|entry|stor|updat|modif|revis|fecha|tarih|comment|relat|recom|recirc|tease|card|sidebar|popul|trend|latest/i

/** A page names its elements by few sets of classes, so each is taken apart once. */
export function createMeanings(): (element: Element) => Meaning {
  const known = new Map<string, Meaning>()
  return ({tagName, properties}) => {
    const {className, id} = properties
    const isTime = tagName === 'time' || tagName === 'date'
    const isApart = tagName === 'nav' || tagName === 'footer'
    if (className === undefined && id === undefined && !isTime && !isApart) return NO_MEANING
    const names =
      `${Array.isArray(className) ? className.join(' ') : ''} ${typeof id === 'string' ? id : ''}`.slice(
        0,
        500,
      )
    if (!isTime && !isApart && !telling.test(names)) return NO_MEANING
    const isMarked = properties.pubDate !== undefined || properties.pubdate !== undefined
    const key = `${isTime ? `time${isMarked}` : isApart ? 'apart' : ''} ${names}`
    const met = known.get(key)
    if (met) return met
    const words = nameParts(names)
    const meaning = {
      kind: kindOf(words, isTime, isMarked),
      isOther: isApart || words.some((word) => OTHER.has(word)),
    }
    known.set(key, meaning)
    return meaning
  }
}

function kindOf(names: readonly string[], isTime: boolean, isMarked: boolean): NamedKind | undefined {
  const has = (set: ReadonlySet<string>): boolean => names.some((name) => set.has(name))
  const isPublication = publication.test(names.join('-'))
  if (isTime) {
    if (has(CHANGE) && !isPublication) return 'updated'
    return isMarked || isPublication ? 'published' : 'date'
  }
  if (names.length === 0 || has(NOT_NAME)) return undefined
  if (has(CHANGE)) return 'updated'
  if (isPublication) return has(AUTHOR) ? 'author' : 'published'
  if (has(DATE)) return has(AUTHOR) ? undefined : 'date'
  return has(AUTHOR) ? 'author' : undefined
}

/** Names taken apart at hyphens, underscores and inner capitals. */
const nameParts = (names: string): string[] =>
  names
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter(Boolean)

const OTHER = new Set(
  'comment comments commentlist related recommended recirc teaser teasers card cards sidebar popular trending latest latestposts'.split(
    ' ',
  ),
)

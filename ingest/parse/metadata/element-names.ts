/** Authors and dates that the classes and ids of elements announce. */
import type {Element} from 'hast'

/** What an element may announce. */
export type NamedKind = 'author' | 'published' | 'date' | 'updated'

const AUTHOR = new Set(
  'author authors authorname byline bylines byl writer writers columnist reporter contributor autor autoren autora autore auteur auteurs redacteur redakteur schrijver forfatter skribent yazar'.split(
    ' ',
  ),
)
/** Elements in an author box that are not the name. */
const NOT_NAME = new Set(
  'image img avatar photo picture pic bio biography description desc about social links link-list title role position job jobtitle comment comments commenter count follow related icon label email twitter more reply'.split(
    ' ',
  ),
)
/** Matched against the words of a name, joined by hyphens. */
const publication =
  /(?:^|-)(?:publish|publication|pub-?date|posted|dateline|(?:entry|post|article|story)-?date)/
const DATE = new Set('date dates datetime timestamp datum fecha fecha data tarih time'.split(' '))
const CHANGE = new Set(
  'updated update modified lastmod lastupdated lastmodified datemodified revised'.split(' '),
)

/** What the names of an element announce. */
export interface Meaning {
  kind: NamedKind | undefined
  /** Whether it is about other articles or comments. */
  isOther: boolean
}

/** The meaning of names that announce nothing. */
export const NO_MEANING: Meaning = {kind: undefined, isOther: false}

/** A quick test whether a name may contain any of the words below; most do not. */
const telling =
  /aut[ehou]|byl|writ|column|repor|contrib|reda[ck]|schrij|forf|skrib|yazar|dat[aeu]|time|publ|post|entry|stor|updat|modif|revis|fecha|tarih|comment|relat|recom|recirc|tease|card|sidebar|popul|trend|latest/i

/** Create a function that reads the names of elements. A page uses few sets of classes, so each is read once. */
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

/** Split names at hyphens, underscores and inner capitals. */
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

/** Authors and dates that the classes and ids of elements announce. */
import {nameParts} from './foreign.ts'

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

/** A quick test whether a name may contain any of the words below; most do not. */
const telling =
  /aut[ehou]|byl|writ|column|repor|contrib|reda[ck]|schrij|forf|skrib|yazar|dat[aeu]|time|publ|post|entry|stor|updat|modif|revis|fecha|tarih/i

/** What the names of an element announce. `isTime`: it is a `time` element. `isMarked`: as that of the publication. */
export function kindOfNames(names: string, isTime: boolean, isMarked: boolean): NamedKind | undefined {
  return isTime || telling.test(names) ? kindOf(nameParts(names), isTime, isMarked) : undefined
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

/** What the tag and the names of an element say about it: an author or a date, or the beginning of a foreign part. */
import type {Element} from 'hast'
import {kindOfNames, type NamedKind} from './element-names.ts'
import {isAlwaysForeign, isBesideArticle, type Strength, strengthOfNames} from './foreign.ts'

/** The meaning of an element that has one. */
export interface Meaning {
  /** What it announces. */
  kind?: NamedKind | undefined
  /** How sure it is that a part of the page begins that has authors and dates of its own. */
  foreign?: Strength
}

/** Maximum length of names that are read, in characters. */
const MAX_LENGTH = 500

/** Create a function that reads the meaning of elements. A page uses few sets of names, so each is read once. */
export function createMeanings(): (element: Element) => Meaning | undefined {
  const known = new Map<string, Meaning | undefined>()
  return (element) => {
    const meaning = named(element, known)
    if (meaning?.foreign === 'strong' || !isAlwaysForeign(element)) return meaning
    return {...meaning, foreign: 'strong'}
  }
}

function named(element: Element, known: Map<string, Meaning | undefined>): Meaning | undefined {
  const {tagName, properties} = element
  const {className, id} = properties
  const isTime = tagName === 'time' || tagName === 'date'
  const isBeside = isBesideArticle(tagName)
  if (className === undefined && id === undefined && !isTime && !isBeside) return undefined
  const names =
    `${Array.isArray(className) ? className.join(' ') : ''} ${typeof id === 'string' ? id : ''}`.slice(
      0,
      MAX_LENGTH,
    )
  const isMarked = isTime && (properties.pubDate !== undefined || properties.pubdate !== undefined)
  const isWhole = tagName === 'body' || tagName === 'html'
  const key = isTime || isBeside || isWhole ? `${tagName} ${isMarked} ${names}` : names
  const found = known.get(key)
  if (found !== undefined || known.has(key)) return found
  const kind = kindOfNames(names, isTime, isMarked)
  const foreign = isWhole ? undefined : strengthOfNames(names, isBeside)
  const meaning = kind || foreign ? {kind, foreign} : undefined
  known.set(key, meaning)
  return meaning
}

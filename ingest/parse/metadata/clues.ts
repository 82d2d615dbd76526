/** Everything in a page that may describe the article, collected in one pass. */
import type {Element, Root} from 'hast'
import {textIn} from '../element-text.ts'
import {type Foreign, isForeign, partsAround} from './foreign.ts'
import {createMeanings, type Meaning} from './meanings.ts'

/** A value, and the element that gives it. */
export interface Clue {
  value: string
  element: Element
  /** The foreign parts of the page around it. */
  foreign?: Foreign | undefined
}

/** What a page contains about its article, by kind. */
export interface Clues {
  /** `lang` of the `html` element. */
  language?: Clue
  /** The `title` element. */
  pageTitle?: Clue
  canonical?: Clue
  /** Values of `meta` elements by lower-case name, property or itemprop, in document order. */
  meta: Map<string, Clue[]>
  /** Contents of JSON-LD scripts, unparsed. */
  jsonLd: Clue[]
  /** Elements with an `itemprop` (microdata) or `property` (RDFa), by its lower-case name without prefix. */
  properties: Map<string, Element[]>
  headings: Element[]
  /** Headings of the second and third rank: on some sites the first rank is the site’s or the section’s. */
  lesserHeadings: Element[]
  /** Links with `rel=author`. */
  authors: Element[]
  /** Links with `rel=tag`. */
  tags: Element[]
  /** The foreign parts around headings, properties and links that are in one. */
  foreign: Map<Element, Foreign>
  /** The meaning of each element that has one by its tag and names. */
  meanings: Map<Element, Meaning>
}

/** Maximum number of scripts, headings or elements of one name; more give no more information. */
const MAX_PER_KIND = 50

/** Collect the clues in a tree. */
export function collectClues(tree: Root): Clues {
  const clues: Clues = {
    meta: new Map(),
    jsonLd: [],
    properties: new Map(),
    headings: [],
    lesserHeadings: [],
    authors: [],
    tags: [],
    foreign: new Map(),
    meanings: new Map(),
  }
  collectIn(tree, undefined, clues, createMeanings())
  return clues
}

/** Recursion is safe: the nesting of a tree is bounded when it is parsed. */
function collectIn(
  {children}: Root | Element,
  foreign: Foreign | undefined,
  clues: Clues,
  meaningOf: (element: Element) => Meaning | undefined,
): void {
  for (const child of children) {
    if (child.type !== 'element') continue
    const meaning = meaningOf(child)
    if (meaning) clues.meanings.set(child, meaning)
    const around = meaning?.foreign ? {element: child, around: foreign} : foreign
    note(child, clues, around)
    if (child.children.length > 0) collectIn(child, around, clues, meaningOf)
  }
}

/** The parts of a page around its title, which are the article's own, whatever their names. */
export const partsAroundTitle = (clues: Clues, title: Element | undefined): ReadonlySet<Element> =>
  partsAround(title && clues.foreign.get(title))

/** The clues without those in foreign parts of the page. `own` are the parts around the title. */
export function withoutForeign(clues: Clues, own: ReadonlySet<Element>): Clues {
  const isOwn = (element: Element): boolean => !isForeign(clues.foreign.get(element), own)
  const only = <Value>(map: Map<string, Value[]>, keeps: (value: Value) => boolean): Map<string, Value[]> =>
    new Map(
      [...map].flatMap(([key, values]) => {
        const kept = values.filter(keeps)
        return kept.length > 0 ? [[key, kept]] : []
      }),
    )
  return {
    ...clues,
    meta: only(clues.meta, ({foreign}) => !isForeign(foreign, own)),
    properties: only(clues.properties, isOwn),
    authors: clues.authors.filter(isOwn),
    tags: clues.tags.filter(isOwn),
  }
}

function note(element: Element, clues: Clues, foreign: Foreign | undefined): void {
  const {tagName, properties} = element
  switch (tagName) {
    case 'html':
      setOnce(clues, 'language', stringValue(properties.lang) ?? stringValue(properties.xmlLang), element)
      break
    case 'title':
      setOnce(clues, 'pageTitle', textIn(element), element)
      break
    case 'meta': {
      const content = stringValue(properties.content)
      const names = [properties.property, properties.name, properties.itemProp, properties.httpEquiv]
      if (!content) return
      for (const name of new Set(names.flatMap((name) => stringValue(name)?.toLowerCase() ?? []))) {
        add(clues.meta, name, {value: content, element, foreign})
      }
      return
    }
    case 'link':
      if (tokenList(properties.rel).includes('canonical'))
        setOnce(clues, 'canonical', stringValue(properties.href), element)
      return
    case 'script':
      if (
        stringValue(properties.type)?.toLowerCase().startsWith('application/ld+json') &&
        clues.jsonLd.length < MAX_PER_KIND
      ) {
        clues.jsonLd.push({value: textIn(element, Number.POSITIVE_INFINITY), element})
      }
      return
    case 'h1':
      if (clues.headings.length < MAX_PER_KIND) clues.headings.push(element)
      if (foreign) clues.foreign.set(element, foreign)
      break
    case 'h2':
    case 'h3':
      if (clues.lesserHeadings.length < MAX_PER_KIND) clues.lesserHeadings.push(element)
      if (foreign) clues.foreign.set(element, foreign)
      break
    case 'a': {
      const relations = tokenList(properties.rel)
      if (foreign && relations.length > 0) clues.foreign.set(element, foreign)
      if (relations.includes('author') && clues.authors.length < MAX_PER_KIND) clues.authors.push(element)
      if (relations.includes('tag') && clues.tags.length < MAX_PER_KIND) clues.tags.push(element)
      break
    }
    default:
  }
  const {itemProp, property} = properties
  if (itemProp === undefined && property === undefined) return
  for (const name of [...tokenList(itemProp), ...tokenList(property)]) {
    if (foreign) clues.foreign.set(element, foreign)
    add(clues.properties, name.toLowerCase().replace(/^.*[/:#]/, ''), element)
  }
}

function add<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key)
  if (!list) map.set(key, [value])
  else if (list.length < MAX_PER_KIND) list.push(value)
}

function setOnce<Key extends 'language' | 'pageTitle' | 'canonical'>(
  clues: Clues,
  key: Key,
  value: string | undefined,
  element: Element,
): void {
  if (value && clues[key] === undefined) clues[key] = {value, element}
}

/** Read a property as trimmed text; undefined if it is empty or not text. */
export function stringValue(value: unknown): string | undefined {
  const text = Array.isArray(value) ? value.join(' ') : value
  return typeof text === 'string' ? text.trim() || undefined : undefined
}

function tokenList(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(String)
  return typeof value === 'string' ? value.split(/\s+/).filter(Boolean) : []
}

/** Authors, by source. */
import type {Element} from 'hast'
import {shownText} from '../../element-text.ts'
import {cleanName, nameAfterCue, namesIn} from '../author-names.ts'
import {type Clues, stringValue} from '../clues.ts'
import {names} from '../json-ld.ts'
import type {ShownMetadata} from '../shown.ts'
import {type Candidate, collapseSpace} from './candidate.ts'

/** A byline, and the names in it. */
export interface Byline {
  /** As the page writes it, without an introduction. */
  byline: string
  authors: string[]
}

/**
 * Read a byline that the profile found: its introduction is removed, and it is trusted even if it does not read like a
 * name.
 */
export function bylineOf(text: string, language: string | undefined): Byline {
  const byline = cleanName(text, {language}) ?? collapseSpace(text)
  return {byline, authors: namesIn(byline)}
}

/** Meta elements for authors; with several authors the element is repeated. */
const REPEATED: readonly string[] = [
  'citation_author',
  'dc.creator',
  'dcterms.creator',
  'parsely-author',
  'sailthru.author',
  'byl',
  'author',
  'article:author',
  'article:author_name',
  'og:article:author',
  'cxenseparse:author',
  'twitter:creator:name',
  'creator',
  'rbauthors',
]

const STRUCTURED = {isStructured: true} as const

/** List everyone whom a page names as its author, by source; not yet ordered by trust. */
export function authorsOf(
  clues: Clues,
  article: Record<string, unknown> | undefined,
  resolve: (value: unknown) => unknown,
  script: Element | undefined,
  shown: ShownMetadata,
): Candidate<Byline>[] {
  const found: Candidate<Byline>[] = []
  for (const value of [article?.author, article?.creator, article?.contributor]) {
    const listed = names(resolve(value)).flatMap((name) => cleanName(name, STRUCTURED) ?? [])
    if (listed.length > 0) {
      found.push({
        source: 'jsonLd',
        value: {byline: listed.join(', '), authors: [...new Set(listed.flatMap(namesIn))]},
        element: script,
      })
    }
  }
  for (const key of REPEATED) {
    const clues_ = clues.meta.get(key) ?? []
    const listed = [...new Set(clues_.flatMap(({value}) => cleanName(value, STRUCTURED) ?? []))]
    if (listed.length === 0) continue
    const authors = [...new Set(listed.flatMap(namesIn))]
    found.push({source: 'meta', value: {byline: listed.join(', '), authors}, element: clues_[0]?.element})
  }
  found.push(...labelledAuthors(clues))
  const persons = (clues.properties.get('author') ?? clues.properties.get('creator') ?? []).flatMap(
    (element) => {
      const name = cleanName(
        stringValue(element.properties.content) ?? shownText(nameIn(element), 200),
        STRUCTURED,
      )
      return name ? [{name, element}] : []
    },
  )
  const distinct = [...new Set(persons.map(({name}) => name))].slice(0, 20)
  if (distinct.length > 0) {
    found.push({
      source: 'properties',
      value: {
        byline: distinct.join(', '),
        authors: [...new Set(distinct.flatMap(namesIn))],
      },
      element: persons[0]?.element,
    })
  }
  const links = clues.authors.flatMap((element) => cleanName(shownText(element, 200)) ?? [])
  const linked =
    new Set(links).size === 1 && clues.authors[0] ? [{value: links[0] ?? '', element: clues.authors[0]}] : []
  for (const {value, element} of [
    ...shown.bylines,
    ...linked,
    ...(shown.onlyAuthor ? [shown.onlyAuthor] : []),
  ]) {
    found.push({source: 'byline', value: {byline: value, authors: namesIn(value)}, element})
  }
  return found
}

/** The author in the pairs of label and value that publishing systems write for link previews (`twitter:label1`). */
function labelledAuthors({meta}: Clues): Candidate<Byline>[] {
  return ['1', '2'].flatMap((number): Candidate<Byline>[] => {
    const label = meta.get(`twitter:label${number}`)?.[0]?.value
    const data = meta.get(`twitter:data${number}`)?.[0]
    if (!label || !data || nameAfterCue(`${label} X`, undefined, true) !== 'X') return []
    const byline = cleanName(data.value, STRUCTURED)
    return byline ? [{source: 'meta', value: {byline, authors: namesIn(byline)}, element: data.element}] : []
  })
}

/** Find the element that holds only the name, if there is one. */
function nameIn(author: Element): Element {
  const stack: Element[] = [author]
  for (let element = stack.pop(); element; element = stack.pop()) {
    const property = element.properties.itemProp ?? element.properties.property
    if (
      element !== author &&
      (Array.isArray(property) ? property : [property]).some((name) => /(?:^|:)name$/.test(String(name)))
    ) {
      return element
    }
    for (const child of element.children.toReversed()) if (child.type === 'element') stack.push(child)
  }
  return author
}

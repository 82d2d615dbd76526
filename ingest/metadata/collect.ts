/** Everything in a page that may say something of the article, gathered in one pass with an explicit stack. */
import type {Element, Nodes, Root} from 'hast'

export interface Clues {
  language?: string
  /** The `title` element. */
  pageTitle?: string
  canonical?: string
  /** `meta` values by lower-cased name, property or itemprop; the first of each counts. */
  meta: Map<string, string>
  /** Contents of JSON-LD scripts, unparsed. */
  jsonLd: string[]
  /** Elements with an `itemprop`, by its lower-cased name; the first of each counts. */
  microdata: Map<string, Element>
  headings: Element[]
  /** `time` elements that are marked as the time of publication; any other may be about something in the text. */
  times: Element[]
  authors: Element[]
}

/** More scripts or headings than this tell nothing more. */
const MOST = 50

export function collect(tree: Root): Clues {
  const clues: Clues = {
    meta: new Map(),
    jsonLd: [],
    microdata: new Map(),
    headings: [],
    times: [],
    authors: [],
  }
  const stack: Nodes[] = [tree]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'element') note(node, clues)
    if (!('children' in node)) continue
    for (let index = node.children.length - 1; index >= 0; index--) {
      const child = node.children[index]
      if (child && child.type !== 'text') stack.push(child)
    }
  }
  return clues
}

function note(element: Element, clues: Clues): void {
  const {tagName, properties} = element
  switch (tagName) {
    case 'html':
      setOnce(clues, 'language', string(properties.lang) ?? string(properties.xmlLang))
      break
    case 'title':
      setOnce(clues, 'pageTitle', textIn(element))
      break
    case 'meta': {
      const name = string(properties.property) ?? string(properties.name) ?? string(properties.itemProp)
      const content = string(properties.content)
      const key = (name ?? string(properties.httpEquiv))?.toLowerCase()
      if (key && content && !clues.meta.has(key)) clues.meta.set(key, content)
      return
    }
    case 'link':
      if (words(properties.rel).includes('canonical')) setOnce(clues, 'canonical', string(properties.href))
      return
    case 'script':
      if (
        string(properties.type)?.toLowerCase().startsWith('application/ld+json') &&
        clues.jsonLd.length < MOST
      ) {
        clues.jsonLd.push(textIn(element, Number.POSITIVE_INFINITY))
      }
      return
    case 'h1':
      if (clues.headings.length < MOST) clues.headings.push(element)
      break
    case 'time':
      if (clues.times.length < MOST && isPublication(element)) clues.times.push(element)
      break
    case 'a':
      if (words(properties.rel).includes('author') && clues.authors.length < MOST) clues.authors.push(element)
      break
    default:
  }
  for (const name of words(properties.itemProp)) {
    const key = name.toLowerCase()
    if (!clues.microdata.has(key)) clues.microdata.set(key, element)
  }
}

const publication = /publish|entry-date|post-date|pub-?date|article-date/i

function isPublication({properties}: Element): boolean {
  return (
    properties.pubDate !== undefined || words(properties.className).some((name) => publication.test(name))
  )
}

function setOnce<Key extends 'language' | 'pageTitle' | 'canonical'>(
  clues: Clues,
  key: Key,
  value: string | undefined,
): void {
  if (value && clues[key] === undefined) clues[key] = value
}

/** A property as text, trimmed; undefined where it is empty or not text. */
export function string(value: unknown): string | undefined {
  const text = Array.isArray(value) ? value.join(' ') : value
  return typeof text === 'string' ? text.trim() || undefined : undefined
}

function words(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(String)
  return typeof value === 'string' ? value.split(/\s+/).filter(Boolean) : []
}

/** Text of an element, white space collapsed, up to `limit` characters. */
export function textIn(element: Element, limit = 2000): string {
  let text = ''
  const stack: Nodes[] = [element]
  for (let node = stack.pop(); node && text.length < limit; node = stack.pop()) {
    if (node.type === 'text') text += node.value
    if (!('children' in node)) continue
    if (node !== element) text += ' '
    for (let index = node.children.length - 1; index >= 0; index--) {
      const child = node.children[index]
      if (child) stack.push(child)
    }
  }
  return limit === Number.POSITIVE_INFINITY ? text : text.replace(/\s+/g, ' ').trim()
}

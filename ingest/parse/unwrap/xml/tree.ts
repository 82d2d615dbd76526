/**
 * Reads an XML document as a tree whose elements have source ranges. Feeds are often not well-formed, so htmlparser2 parses them: it
 * closes open elements and treats a lone `&` or `<` as text. A document that is cut off is read up to its end.
 */
import {Parser} from 'htmlparser2'
import type {SourceRange} from '../../trace/traced-text.ts'

/** An element of an XML document, with its source ranges. */
export interface XmlElement extends SourceRange {
  /** With the usual prefix of its namespace, even if the document uses another: `dc:creator`, `atom:link`. RSS has no prefix. */
  name: string
  attributes: Readonly<Record<string, string>>
  /** The start tag. */
  tag: SourceRange
  /** Everything between the tags. */
  inner: SourceRange
  parent: XmlElement | undefined
  children: XmlElement[]
}

/** Usual prefixes of namespaces, which are written with or without a slash at the end. */
const PREFIXES: Readonly<Record<string, string>> = {
  'http://www.w3.org/2005/Atom': 'atom',
  'http://purl.org/atom/ns#': 'atom',
  'http://purl.org/rss/1.0': '',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#': 'rdf',
  'http://purl.org/dc/elements/1.1': 'dc',
  'http://purl.org/dc/terms': 'dcterms',
  'http://purl.org/rss/1.0/modules/content': 'content',
  'http://search.yahoo.com/mrss': 'media',
  'http://www.itunes.com/dtds/podcast-1.0.dtd': 'itunes',
  'http://rssnamespace.org/feedburner/ext/1.0': 'feedburner',
}

/** Maximum depth, in elements; deeper markup belongs to a text. */
const MAX_DEPTH = 200
/** Number of characters that the parser gets at once, so that it can be stopped. */
const CHUNK = 16_384

/** Name of the first element after declarations, in lower case and with its prefix; empty if the text does not begin with an element. */
export function rootName(value: string): string {
  const start = value.slice(0, 4000)
  if (!/^\s*</.test(start)) return ''
  return (/<[a-z][\w:-]*/i.exec(start)?.[0].slice(1) ?? '').toLowerCase()
}

/** The document's outermost elements. Reading stops at an element that is nested too deeply. */
export function readXml(value: string): XmlElement[] {
  const roots: XmlElement[] = []
  const open: XmlElement[] = []
  const parser = new Parser(
    {
      onopentag(written, attributes) {
        const tag = {start: parser.startIndex, end: parser.endIndex + 1}
        const parent = open.at(-1)
        const inner = {start: tag.end, end: value.length}
        const element: XmlElement = {
          name: written,
          attributes,
          tag,
          inner,
          start: tag.start,
          end: value.length,
          parent,
          children: [],
        }
        element.name = nameOf(written, element)
        ;(parent?.children ?? roots).push(element)
        open.push(element)
      },
      onclosetag() {
        const element = open.pop()
        if (!element) return
        // The end tag of an element around it closes it too; `<a/>` ends where it begins.
        element.inner.end = Math.max(element.inner.start, Math.min(parser.startIndex, value.length))
        element.end = Math.max(element.inner.end, Math.min(parser.endIndex + 1, value.length))
      },
    },
    {xmlMode: true, decodeEntities: true},
  )
  for (let at = 0; at < value.length && open.length <= MAX_DEPTH; at += CHUNK) {
    parser.write(value.slice(at, at + CHUNK))
  }
  parser.end()
  return roots
}

function nameOf(written: string, element: XmlElement): string {
  const colon = written.indexOf(':')
  const prefix = colon > 0 ? written.slice(0, colon) : ''
  const local = written.slice(colon + 1)
  const namespace = namespaceOf(prefix, element)
  const usual = namespace === undefined ? undefined : PREFIXES[namespace.replace(/\/$/, '')]
  const own = usual ?? prefix
  return own === '' ? local : `${own}:${local}`
}

function namespaceOf(prefix: string, element: XmlElement): string | undefined {
  const attribute = prefix === '' ? 'xmlns' : `xmlns:${prefix}`
  for (let one: XmlElement | undefined = element; one; one = one.parent) {
    const namespace = one.attributes[attribute]
    if (namespace !== undefined) return namespace.trim()
  }
  return undefined
}

/** Elements within some, in document order, that have one of these names. */
export function descendants(roots: readonly XmlElement[], ...names: readonly string[]): XmlElement[] {
  const found: XmlElement[] = []
  const waiting = roots.toReversed()
  for (let element = waiting.pop(); element; element = waiting.pop()) {
    if (names.includes(element.name)) found.push(element)
    for (const child of element.children.toReversed()) waiting.push(child)
  }
  return found
}

/** Children of an element that have one of these names, in the order of the names. */
export const childrenOf = (element: XmlElement | undefined, ...names: readonly string[]): XmlElement[] =>
  names.flatMap((name) => element?.children.filter((child) => child.name === name) ?? [])

/** An attribute of the nearest element that has it, from an element outwards: `xml:lang` is inherited. */
export function inherited(element: XmlElement | undefined, attribute: string): string | undefined {
  for (let one = element; one; one = one.parent) {
    const value = one.attributes[attribute]?.trim()
    if (value) return value
  }
  return undefined
}

/** The base of relative addresses in an element, by XML Base: each `xml:base` is relative to the one around it. */
export function baseOf(element: XmlElement | undefined, document: string | undefined): string | undefined {
  const own = element?.attributes['xml:base']?.trim()
  const outer = element ? baseOf(element.parent, document) : document
  return own ? (URL.parse(own, outer)?.href ?? outer) : outer
}

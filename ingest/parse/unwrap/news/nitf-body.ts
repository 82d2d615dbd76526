/** The body of a NITF document as HTML: most elements are those of HTML, and others have a counterpart. */
import type {SourceRange, TracedText} from '../../trace/traced-text.ts'
import {childrenOf, descendants, type XmlElement} from '../xml/tree.ts'
import {type Renaming, renamed} from './elements.ts'

const HTML = new Set(
  'p ul ol li dl dt dd table tr td th thead tbody tfoot caption hr br pre a em sub sup q'.split(' '),
)
const TAGS: Readonly<Record<string, string>> = {
  hl1: 'h2',
  hl2: 'h2',
  bq: 'blockquote',
  block: 'div',
  media: 'figure',
  'media-caption': 'figcaption',
  'nitf-table': 'div',
  note: 'aside',
  fn: 'p',
  credit: 'footer',
  tagline: 'p',
}
/** What describes a part and is not shown. */
const DROPPED = new Set([
  'media-metadata',
  'media-object',
  'nitf-table-metadata',
  'datasource',
  'nitf-col',
  'nitf-colgroup',
])

const rename: Renaming = (element) => {
  const {name, attributes} = element
  if (HTML.has(name)) return undefined
  if (DROPPED.has(name)) return 'drop'
  if (name === 'media-reference') return {open: mediaTag(attributes, element.parent), close: ''}
  if (name === 'media-producer') return {open: ' (', close: ')'}
  const tag = TAGS[name]
  // Names of people, places and the like are words of the text.
  return tag ? {open: `<${tag}>`, close: `</${tag}>`} : {open: '', close: ''}
}

function mediaTag(attributes: XmlElement['attributes'], media: XmlElement | undefined): string {
  const source = attributes.source ?? attributes['data-location']
  if (!source) return ''
  const quoted = (value: string): string =>
    value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
  const type = media?.attributes['media-type'] ?? 'image'
  if (/video|audio/.test(type)) return `<${type} src="${quoted(source)}"></${type}>`
  return `<img src="${quoted(source)}" alt="${quoted(attributes['alternate-text'] ?? '')}">`
}

/** The body of a document, or of what other news formats carry inside. */
export const nitfBody = (text: TracedText, body: XmlElement): {html: TracedText; kept: SourceRange[]} =>
  renamed(text, body, rename)

/** The elements with text of a NITF document. */
export function nitfParts(nitf: XmlElement): {head: XmlElement | undefined; bodies: XmlElement[]} {
  const [body] = childrenOf(nitf, 'body')
  const bodies = [
    ...childrenOf(body, 'body.content'),
    ...childrenOf(childrenOf(body, 'body.end')[0], 'tagline'),
  ]
  return {
    head: childrenOf(body, 'body.head')[0],
    bodies: bodies.length > 0 ? bodies : body ? [body] : [],
  }
}

/** A headline: the first of its lines. */
export const headlineOf = (head: XmlElement | undefined, name: string): XmlElement | undefined =>
  head && descendants([head], name)[0]

import type {Link, Span} from '../../../schemas/body.ts'
import {BLOCK_STYLES, DECORATORS, LIST_ITEMS} from '../../../schemas/names.ts'
import type {Reading, TextBlock} from '../../body.ts'
import {cleanText} from '../../read/clean-text.ts'
import {countOf, type Fields, keyOf, objectsOf, oneOf, textOf} from '../../read/fields.ts'
import {safeUrl} from '../../read/safe-url.ts'

/** The deepest list item that the Studio's editor makes. */
const MAX_LEVEL = 10

/** A text block, or undefined when it shows nothing. */
export function readTextBlock(fields: Fields, index: number, reading: Reading): TextBlock | undefined {
  const links = readLinks(fields, reading)
  const children = readSpans(fields, links, reading)
  if (!children.some((child) => child.text.trim())) return undefined
  const listItem = oneOf(LIST_ITEMS, fields.listItem)
  return {
    _type: 'block',
    _key: keyOf(fields, index),
    style: oneOf(BLOCK_STYLES, fields.style) ?? 'normal',
    ...(listItem && {listItem, level: countOf(fields.level, 1, MAX_LEVEL, 1)}),
    children,
    markDefs: [...links.values()].flatMap((link) => link ?? []),
  }
}

/** The address of a note that is in the body; undefined for others. */
const noteAddress = (href: unknown, notes: Reading['notes']): string | undefined =>
  typeof href === 'string' && href.startsWith('#') && notes.has(href.slice(1)) ? href : undefined

/** Links by their keys in the document; undefined for definitions that are no safe link. */
type Links = ReadonlyMap<unknown, Link | undefined>

function readLinks(fields: Fields, {notes}: Reading): Links {
  const links = new Map<unknown, Link | undefined>()
  for (const definition of objectsOf(fields.markDefs)) {
    const {_key: key} = definition
    const href =
      definition._type === 'link'
        ? (noteAddress(definition.href, notes) ?? safeUrl(definition.href))
        : undefined
    if (links.get(key)) continue
    if (typeof key !== 'string' || href === undefined) links.set(key, undefined)
    else {
      const title = textOf(definition.title)
      // Our own keys: a key of the document may be the name of a decorator.
      links.set(key, {_type: 'link', _key: `link-${links.size}`, href, ...(title && {title})})
    }
  }
  return links
}

function readSpans(fields: Fields, links: Links, {onUnknown}: Reading): Span[] {
  const spans: Span[] = []
  for (const child of objectsOf(fields.children)) {
    if (typeof child.text === 'string') {
      const text = cleanText(child.text)
      if (text)
        spans.push({
          _type: 'span',
          _key: `span-${spans.length}`,
          text,
          marks: readMarks(child.marks, links, onUnknown),
        })
    } else onUnknown({kind: 'inline object', type: String(child._type)})
  }
  return spans
}

function readMarks(value: unknown, links: Links, onUnknown: Reading['onUnknown']): string[] {
  const marks = new Set<string>()
  let linked = false
  for (const mark of Array.isArray(value) ? value : []) {
    const link = links.get(mark)
    const decorator = oneOf(DECORATORS, mark)
    // A link cannot be inside of a link.
    if (link && !linked) marks.add(link._key)
    else if (decorator) marks.add(decorator)
    else if (!links.has(mark)) onUnknown({kind: 'mark', type: String(mark)})
    linked ||= link !== undefined
  }
  return [...marks]
}

/** A paragraph of plain text. */
export function paragraph(text: string, key: string): TextBlock {
  const children: Span[] = [{_type: 'span', _key: 'span-0', text, marks: []}]
  return {_type: 'block', _key: key, style: 'normal', children, markDefs: []}
}

import {BLOCK_STYLES, DECORATORS, LIST_ITEMS} from '../schemas/names.ts'
import type {Link, Span, TextBlock, Unknown} from './body.ts'
import {cleanText} from './clean-text.ts'
import {countOf, type Fields, keyOf, objectsOf, oneOf, textOf} from './read-fields.ts'
import {safeUrl} from './safe-url.ts'

/** The deepest list item that the Studio's editor makes. */
const DEEPEST_LEVEL = 10

/** A text block, or undefined when it shows nothing. */
export function readTextBlock(
  fields: Fields,
  index: number,
  onUnknown: (unknown: Unknown) => void,
): TextBlock | undefined {
  const links = new Map<string, Link>()
  for (const def of objectsOf(fields.markDefs)) {
    const href = def._type === 'link' ? safeUrl(def.href) : undefined
    if (typeof def._key !== 'string' || href === undefined || links.has(def._key)) continue
    const title = textOf(def.title)
    // Keys of our own: a key of the document may be the name of a decorator.
    links.set(def._key, {_type: 'link', _key: `link-${links.size}`, href, ...(title && {title})})
  }
  const known = new Set(objectsOf(fields.markDefs).map((def) => def._key))
  const readMarks = (value: unknown): string[] => {
    const marks = new Set<string>()
    let linked = false
    for (const mark of Array.isArray(value) ? value : []) {
      const link = links.get(mark)
      const decorator = oneOf(DECORATORS, mark)
      // A link cannot stand in a link.
      if (link && !linked) marks.add(link._key)
      else if (decorator) marks.add(decorator)
      else if (!known.has(mark)) onUnknown({kind: 'mark', type: String(mark)})
      linked ||= link !== undefined
    }
    return [...marks]
  }
  const children: Span[] = []
  for (const child of objectsOf(fields.children)) {
    if (typeof child.text === 'string') {
      const text = cleanText(child.text)
      if (text)
        children.push({_type: 'span', _key: `span-${children.length}`, text, marks: readMarks(child.marks)})
    } else onUnknown({kind: 'inline object', type: String(child._type)})
  }
  if (!children.some((child) => child.text.trim())) return undefined
  const listItem = oneOf(LIST_ITEMS, fields.listItem)
  return {
    _type: 'block',
    _key: keyOf(fields, index),
    style: oneOf(BLOCK_STYLES, fields.style) ?? 'normal',
    ...(listItem && {listItem, level: countOf(fields.level, 1, DEEPEST_LEVEL, 1)}),
    children,
    markDefs: [...links.values()],
  }
}

/** A paragraph of plain text. */
export function paragraph(text: string, key: string): TextBlock {
  const children: Span[] = [{_type: 'span', _key: 'span-0', text, marks: []}]
  return {_type: 'block', _key: key, style: 'normal', children, markDefs: []}
}

/** Reads the content of a feed's element: plain text, HTML in CDATA, escaped HTML, or markup. */

import type {Declaration} from '../../metadata/declared.ts'
import {decodeReferences} from '../../metadata/json-ld.ts'
import type {Edit, SourceRange, TracedText} from '../../trace/traced-text.ts'
import {edit, slice, sourceRange} from '../../trace/traced-text.ts'
import {trimmed} from '../lib/compose.ts'
import {plainText} from '../lib/plain.ts'
import type {XmlElement} from './tree.ts'

/** References that XML defines: one level of escaping. */
const REFERENCE = /&(?:amp|lt|gt|quot|apos|#0?3[49]|#0?38|#0?6[02]|#x2[267]|#x3[ce]);/gi
const CHARACTERS: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"', apos: "'"}
const OPENING = '<![CDATA['
const CLOSING = ']]>'
const MARKUP = /<\/?[a-z][a-z0-9]*[\s>/]/i
const CLOSED = /&lt;\/\w{1,10}&gt;|<\/\w{1,10}>/

/** The ranges of an element's text: its CDATA sections, or all of it. Empty ones are left out. */
export function rangesIn(value: string, {inner}: XmlElement): SourceRange[] {
  const all = trimmed(value, inner)
  if (!value.startsWith(OPENING, all.start)) return all.end > all.start ? [all] : []
  const ranges: SourceRange[] = []
  for (let at = all.start; at >= 0 && at < all.end; at = value.indexOf(OPENING, at)) {
    const close = value.indexOf(CLOSING, at)
    const end = close < 0 || close > all.end ? all.end : close
    ranges.push({start: at + OPENING.length, end})
    at = end
  }
  return ranges.filter(({start, end}) => /\S/.test(value.slice(start, end)))
}

/** A range of an element's text as HTML: CDATA and markup unchanged, other text with one level of escaping undone. */
export function htmlIn(text: TracedText, element: XmlElement, range: SourceRange): TracedText {
  const part = slice(text, range.start, range.end)
  const isInCdata = text.value.startsWith(OPENING, range.start - OPENING.length)
  // Unescaped markup is used as HTML, even if the format requires escaping.
  if (isInCdata || element.attributes.type === 'xhtml' || MARKUP.test(part.value)) return part
  // Atom's plain text would read as markup once unescaped.
  const isPlain =
    /^(?:atom:)?(?:content|summary)$/.test(element.name) &&
    !/^(?:text\/)?html/.test(element.attributes.type ?? '')
  return isPlain ? part : unescaped(part)
}

/** A title as HTML: a line of text whose escapes are kept, unless they hide markup. */
export function titleHtml(
  text: TracedText,
  element: XmlElement,
): {title: TracedText; titleAt: SourceRange} | undefined {
  const [range] = rangesIn(text.value, element)
  if (!range) return undefined
  const part = slice(text, range.start, range.end)
  const isInCdata = text.value.startsWith(OPENING, range.start - OPENING.length)
  const isMarkup = element.attributes.type === 'html' || CLOSED.test(part.value)
  return {title: isMarkup && !isInCdata ? unescaped(part) : part, titleAt: range}
}

function unescaped(text: TracedText): TracedText {
  const edits: Edit[] = []
  for (const match of text.value.matchAll(REFERENCE)) {
    const name = match[0].slice(1, -1).toLowerCase()
    const hex = name.startsWith('#x')
    const value =
      CHARACTERS[name] ?? String.fromCodePoint(Number.parseInt(name.slice(hex ? 2 : 1), hex ? 16 : 10))
    edits.push({start: match.index, end: match.index + match[0].length, value})
  }
  return edit(text, edits)
}

/** An element's text, possibly HTML, as one line; undefined if it has none. */
export function lineIn(text: TracedText, element: XmlElement | undefined): Declaration<string> | undefined {
  if (!element) return undefined
  const {value} = text
  const ranges = rangesIn(value, element)
  const [first] = ranges
  const last = ranges.at(-1)
  if (!first || !last) return undefined
  const written = ranges.map(({start, end}) => value.slice(start, end)).join('')
  const isInCdata = value.startsWith(OPENING, first.start - OPENING.length)
  const isPlain = element.attributes.type === 'text' || element.attributes.type === 'text/plain'
  const xml = isInCdata ? written : decodeReferences(written)
  const line = isPlain ? xml.replace(/\s+/g, ' ').trim() : plainText(xml)
  return line ? {value: line, place: sourceRange(text, first.start, last.end)} : undefined
}

/** An attribute as a declared value; its place is the tag. */
export function attributeIn(
  text: TracedText,
  element: XmlElement | undefined,
  name: string,
): Declaration<string> | undefined {
  const value = element?.attributes[name]?.trim()
  return element && value ? {value, place: sourceRange(text, element.tag.start, element.tag.end)} : undefined
}

/** Several lines as one declared list. */
export function listIn(declarations: readonly Declaration<string>[]): Declaration<string[]> | undefined {
  const [first] = declarations
  return first && {value: [...new Set(declarations.map(({value}) => value))], place: first.place}
}

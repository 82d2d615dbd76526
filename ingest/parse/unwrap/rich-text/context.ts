/** What a format of rich text gets to read a document with. */
import type {TracedText} from '../../trace/traced-text.ts'
import {inserted, sourceRange} from '../../trace/traced-text.ts'
import {valueAt} from '../json/keys.ts'
import type {JsonNode} from '../json/tree.ts'
import {element, escaped, type HtmlNode, withBreaks} from './html.ts'

/** One document of rich text. */
export interface Context {
  document: TracedText
  /** Value of the whole JSON document, for what the text refers to. */
  root: JsonNode
  /** HTML of a value whose shape the format does not know; empty if there is nothing to read in it. */
  nested(value: JsonNode): HtmlNode[]
  /** The content of a string; noted as used. */
  read(value: JsonNode): TracedText
  /** Put the words of a note after the document; what it gives is the mark. Undefined if there are no words. */
  note(value: JsonNode, content: readonly HtmlNode[]): HtmlNode | undefined
  /** Note an image or embed that has no address. */
  missing(value: JsonNode): void
}

/** A format of rich text. */
export interface Format {
  /** Whether a value is a document of this format. Only the value itself and its children are looked at. */
  recognizes(value: JsonNode, source: string): boolean
  htmlOf(value: JsonNode, context: Context): HtmlNode[]
}

/** The string under the first of these keys that an object has as a string. */
export const stringNode = (value: JsonNode | undefined, ...keys: readonly string[]): JsonNode | undefined =>
  keys.map((key) => value && valueAt(value, key)).find((node) => node?.type === 'string')

/** The list under the first of these keys that an object has as a list. */
export const listNode = (value: JsonNode | undefined, ...keys: readonly string[]): JsonNode | undefined =>
  keys.map((key) => value && valueAt(value, key)).find((node) => node?.type === 'array')

/** The object under the first of these keys that an object has as an object. */
export const objectNode = (value: JsonNode | undefined, ...keys: readonly string[]): JsonNode | undefined =>
  keys.map((key) => value && valueAt(value, key)).find((node) => node?.type === 'object')

/** A string or literal as it is written in the document. */
export const written = (source: string, value: JsonNode | undefined): string | undefined =>
  value && (value.type === 'string' || value.type === 'literal')
    ? source.slice(value.start, value.end)
    : undefined

/** The written value under the first of these keys that has one. */
export const writtenAt = (
  source: string,
  value: JsonNode | undefined,
  ...keys: readonly string[]
): string | undefined =>
  keys.map((key) => value && written(source, valueAt(value, key))).find((one) => one !== undefined)

/** The number under the first of these keys that has one. */
export function numberAt(
  source: string,
  value: JsonNode | undefined,
  ...keys: readonly string[]
): number | undefined {
  const found = writtenAt(source, value, ...keys)
  return found !== undefined && /^\d{1,9}$/.test(found) ? Number(found) : undefined
}

/** Whether one of these keys is `true`. */
export const isTrue = (source: string, value: JsonNode | undefined, ...keys: readonly string[]): boolean =>
  keys.some((key) => /^(?:true|checked)$/.test(writtenAt(source, value, key) ?? ''))

/** A string that is plain text, as HTML. */
export const textOf = (context: Context, value: JsonNode): TracedText =>
  withBreaks(escaped(context.read(value)))

/** A string that is code, as HTML: its line breaks stay. */
const codeOf = (context: Context, value: JsonNode): TracedText => escaped(context.read(value))

/** A string that is HTML. */
export const markupOf = (context: Context, value: JsonNode): TracedText => context.read(value)

const MARKUP = /<\/?[a-z][a-z0-9]{0,10}(?:\s[^<>]{0,2000})?\/?>|&(?:[a-z]{2,8}|#\d{1,6}|#x[\da-f]{1,6});/i

/** A string that may be either. */
export function eitherOf(context: Context, value: JsonNode): TracedText {
  const markup = markupOf(context, value)
  return MARKUP.test(markup.value) ? markup : withBreaks(escaped(markup))
}

/** A string as the value of an attribute. */
export const attributeOf = (context: Context, value: JsonNode): TracedText => escaped(context.read(value))

/** A block of code from its strings; undefined is the end of a line. */
export function codeBlock(
  context: Context,
  strings: readonly (JsonNode | undefined)[],
  language: string | undefined,
): HtmlNode {
  let at = 0
  const texts = strings.map((one) => {
    if (!one) return inserted('\n', at)
    const text = codeOf(context, one)
    at = sourceRange(text, 0, text.value.length).end
    return text
  })
  const name = language && /^[\w+#.-]{1,40}$/.test(language) ? language : undefined
  return element('pre', [element('code', texts, name ? {class: `language-${name}`} : {})])
}

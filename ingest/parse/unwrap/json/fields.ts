/** Reads the fields of a JSON document beside the article's text. A format is a table: for each field, keys in the order of trust, and a reader. */
import type {Declaration, DeclaredFields} from '../../metadata/declared.ts'
import {momentValue, typesOf} from '../../metadata/json-ld.ts'
import type {TracedText} from '../../trace/traced-text.ts'
import {sourceRange} from '../../trace/traced-text.ts'
import type {Metadata} from '../../types.ts'
import {plainText} from '../lib/plain.ts'
import {subtitleFrom} from '../lib/subtitle.ts'
import type {JsonNode} from './tree.ts'
import {unescaped} from './unescape.ts'

type Values = {[Field in keyof Metadata]-?: NonNullable<Metadata[Field]>}

/** How one field is read; a path leads through objects, and into the first value of a list. */
interface FieldRule<Value> {
  paths: readonly string[]
  read(value: unknown, reading: Reading): Value | undefined
}

/** The rules of a format for each field; an empty list leaves it out. All fields must be listed, so that a new one cannot be forgotten. */
export type FieldTable = {[Field in keyof Metadata]-?: readonly FieldRule<Values[Field]>[]}

/** Context for reading the fields of one document. */
export interface Reading {
  /** The text of the article: a summary that only repeats its beginning is no subtitle. */
  article: string
  /** An object of the document by its `@id`. */
  byId(id: string): unknown
}

/** A raw value that a document has under a path of keys. */
export type Found = Declaration<unknown>

/** Read the fields of a document by a table; `look` lists the values under a path, the most likely first. */
export function declaredBy(
  table: FieldTable,
  reading: Reading,
  look: (path: string) => Iterable<Found>,
): DeclaredFields {
  const declare = <Value>(rules: readonly FieldRule<Value>[]): Declaration<Value> | undefined => {
    for (const {paths, read} of rules) {
      for (const path of paths) {
        for (const {value: written, place} of look(path)) {
          const value = read(written, reading)
          if (value !== undefined) return {value, place}
        }
      }
    }
    return undefined
  }
  const declared: {[Field in keyof Metadata]-?: Declaration<Values[Field]> | undefined} = {
    title: declare(table.title),
    subtitle: declare(table.subtitle),
    byline: declare(table.byline),
    authors: declare(table.authors),
    publishedAt: declare(table.publishedAt),
    modifiedAt: declare(table.modifiedAt),
    language: declare(table.language),
    canonicalUrl: declare(table.canonicalUrl),
    siteName: declare(table.siteName),
    section: declare(table.section),
    tags: declare(table.tags),
    leadImage: declare(table.leadImage),
  }
  return declared
}

/** Read the fields of an article's objects, the nearest first, by a table. */
export const fieldsOf = (
  text: TracedText,
  objects: readonly JsonNode[],
  table: FieldTable,
  reading: Reading,
): DeclaredFields =>
  declaredBy(table, reading, (path) =>
    objects.flatMap((object) => {
      const node = at(object, path)
      return node ? [{value: contentOf(text, node), place: sourceRange(text, node.start, node.end)}] : []
    }),
  )

/** The node that a path of keys leads to. */
function at(object: JsonNode, path: string): JsonNode | undefined {
  let node: JsonNode | undefined = object
  for (const key of path.split('.')) {
    if (node?.type === 'array') node = node.children[0]
    node = node?.children.findLast((child) => child.key === key)
  }
  return node
}

/** A value of the document, as JSON.parse would give it. */
export function contentOf(text: TracedText, node: JsonNode): unknown {
  switch (node.type) {
    case 'string':
      return unescaped(text, node).value
    case 'array':
      return node.children.map((child) => contentOf(text, child))
    case 'object':
      return Object.fromEntries(node.children.map((child) => [child.key, contentOf(text, child)]))
    default:
      return literalOf(text.value.slice(node.start, node.end))
  }
}

function literalOf(written: string): unknown {
  const number = Number(written)
  if (!Number.isNaN(number)) return number
  return written === 'true' ? true : written === 'false' ? false : null
}

const isThing = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A line of text, or the text of an object such as `{"rendered": "…"}`. */
export function line(value: unknown): string | undefined {
  if (Array.isArray(value)) return line(value[0])
  if (isThing(value)) return line(value.rendered ?? value['@value'] ?? value.text)
  return typeof value === 'string' ? plainText(value) || undefined : undefined
}

/** A line that does not just repeat the text. */
export const summary = (value: unknown, {article}: Reading): string | undefined =>
  subtitleFrom(line(value), article)

const NAMES = ['name', 'display_name', 'displayName', 'full_name', 'fullName', 'title', 'label', 'term']

/** The name of an object. */
function nameOf(value: unknown): string | undefined {
  if (!isThing(value)) return line(value)
  // Strapi and Contentful put the fields of an object one level deeper.
  const inner = value.data ?? value.attributes ?? value.fields
  if (isThing(inner)) return nameOf(inner)
  const name = NAMES.map((key) => line(value[key])).find(Boolean)
  const first = value.givenName ?? value.given_name ?? value.first_name ?? value.firstName
  const last = value.familyName ?? value.family_name ?? value.last_name ?? value.lastName
  return name ?? ([line(first), line(last)].filter(Boolean).join(' ') || undefined)
}

/** Names of people, from strings, objects, and objects that an `@id` refers to. */
export function people(value: unknown, {byId}: Reading): string[] | undefined {
  const list = (Array.isArray(value) ? value : [value]).flatMap((item) => {
    const id = isThing(item) ? item['@id'] : undefined
    const name = nameOf(item) ?? (typeof id === 'string' ? nameOf(byId(id)) : undefined)
    return name && !/^https?:/i.test(name) ? [name] : []
  })
  return list.length > 0 ? list : undefined
}

/** The name of something, unless it is only a number. */
export const name = (value: unknown): string | undefined => nameOf(Array.isArray(value) ? value[0] : value)

/** A list of names, or a text that separates them by commas. */
export function list(value: unknown): string[] | undefined {
  const names = Array.isArray(value)
    ? value.flat(2).flatMap((item) => nameOf(item) ?? [])
    : (line(value)?.split(/[,;]/) ?? [])
  const trimmed = names.map((one) => one.trim()).filter(Boolean)
  return trimmed.length > 0 ? trimmed : undefined
}

/** Read a date or time. */
export const moment = (value: unknown): string | undefined => momentValue(value)

/** A time whose key declares that it is in UTC. */
export function utcMoment(value: unknown): string | undefined {
  const found = momentValue(value)
  return found && /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?$/.test(found)
    ? `${found.replace(' ', 'T')}Z`
    : found
}

/** An address, or the path of one. */
export function address(value: unknown): string | undefined {
  const found = isThing(value) ? (value['@id'] ?? value.url ?? value.href) : value
  return typeof found === 'string' && /^(?:https?:\/)?\/\S+$/i.test(found.trim()) ? found.trim() : undefined
}

/** An image given as an address, an object or a list. */
export function image(value: unknown): Values['leadImage'] | undefined {
  if (Array.isArray(value)) return image(value[0])
  if (!isThing(value)) {
    const url = address(value)
    return url ? {url} : undefined
  }
  const url = address(
    value.url ??
      assetOf(value) ??
      renditionOf(value.renditions) ??
      value.contentUrl ??
      value.src ??
      value.source_url ??
      value.href,
  )
  if (!url) return undefined
  const [alt, caption, credit] = [
    line(value.alt ?? value.alt_text ?? value.altText),
    line(value.caption ?? value.description_text),
    line(value.credit ?? value.creditText),
  ]
  return {url, ...(alt && {alt}), ...(caption && {caption}), ...(credit && {credit})}
}

/** The address of an asset that an image refers to, as Sanity, Contentful and Strapi answer. */
function assetOf(value: Record<string, unknown>): unknown {
  const asset = value.asset ?? value.fields ?? value.file ?? value.data ?? value.attributes
  return isThing(asset) ? (asset.url ?? assetOf(asset)) : undefined
}

/** The address of the largest rendition of an image, as ninjs names it. */
function renditionOf(value: unknown): unknown {
  const [first] = isThing(value) ? [value.original ?? value.baseImage ?? Object.values(value)[0]] : []
  return isThing(first) ? (first.href ?? first.url) : undefined
}

/** Whether an object has one of some schema.org types, given in lower case. */
export const isOfType = (text: TracedText, object: JsonNode, types: RegExp): boolean => {
  const type = object.children.find(({key}) => key === '@type')
  return type !== undefined && typesOf({'@type': contentOf(text, type)}).some((one) => types.test(one))
}

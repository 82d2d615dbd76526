/** Attributes as hast properties, the way hastscript makes them, with what is known of each name looked up once. */
import {parse as parseCommas} from 'comma-separated-tokens'
import type {Properties} from 'hast'
import type {Token} from 'parse5'
import {find, html, normalize, svg} from 'property-information'
import {parse as parseSpaces} from 'space-separated-tokens'

type Value = Properties[string]
type Read = (value: string) => Value

interface Property {
  name: string
  read: Read
}

/** Names that every object has; as properties they would be read from the prototype. */
const inherited = new Set(Object.getOwnPropertyNames(Object.prototype))
/** More names than any vocabulary has: those of one page are not kept for the next. */
const MAX_NAMES = 2000
const known = {html: new Map<string, Property>(), svg: new Map<string, Property>()}

/** Properties of an element from its attributes, in their order; of two with one name, the parser keeps the first. */
export function propertiesOf(attributes: readonly Token.Attribute[], isSvg: boolean): Properties {
  const properties: Properties = {}
  for (const {prefix, name, value} of attributes) {
    const full = prefix ? `${prefix}:${name}` : name
    if (inherited.has(full)) continue
    const property = propertyOf(full, isSvg ? 'svg' : 'html')
    properties[property.name] = property.read(value)
  }
  return properties
}

function propertyOf(attribute: string, space: 'html' | 'svg'): Property {
  const names = known[space]
  const found = names.get(attribute)
  if (found) return found
  if (names.size >= MAX_NAMES) names.clear()
  const info = find(space === 'svg' ? svg : html, attribute)
  const property = {name: info.property, read: readerOf(info)}
  names.set(attribute, property)
  return property
}

function readerOf(info: ReturnType<typeof find>): Read {
  const {number, boolean, overloadedBoolean, property} = info
  const own = normalize(property)
  const primitive = (value: string): string | number | boolean => {
    if (number && value && !Number.isNaN(Number(value))) return Number(value)
    if ((boolean || overloadedBoolean) && (value === '' || normalize(value) === own)) return true
    return value
  }
  // Lists of booleans do not exist.
  const list = (values: string[]) => (number ? (values.map(primitive) as (string | number)[]) : values)
  if (info.spaceSeparated) return (value) => list(parseSpaces(value))
  if (info.commaSeparated) return (value) => list(parseCommas(value))
  if (info.commaOrSpaceSeparated) return (value) => list(parseSpaces(parseCommas(value).join(' ')))
  return primitive
}

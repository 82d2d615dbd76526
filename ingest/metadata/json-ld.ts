/** What JSON-LD says of the article (schema.org). Broken or foreign data says nothing; it never stops a page. */
import {decodeNamedCharacterReference} from 'decode-named-character-reference'
import {string} from './collect.ts'

export type Thing = Record<string, unknown>

const types = new Set(
  [
    ...['Article', 'NewsArticle', 'BlogPosting', 'Report', 'ReportageNewsArticle', 'AnalysisNewsArticle'],
    ...[
      'OpinionNewsArticle',
      'BackgroundNewsArticle',
      'ReviewNewsArticle',
      'AskPublicNewsArticle',
      'LiveBlogPosting',
    ],
    ...[
      'TechArticle',
      'ScholarlyArticle',
      'SocialMediaPosting',
      'Review',
      'AdvertiserContentArticle',
      'SatiricalArticle',
    ],
  ].map((name) => name.toLowerCase()),
)

/** Nested deeper than this, data is not about the page. */
const DEPTH = 6

/** The first article among the things described. */
export function articleIn(scripts: readonly string[]): Thing | undefined {
  for (const script of scripts) {
    const found = find(parse(script), DEPTH)
    if (found) return found
  }
  return undefined
}

/** Undefined for what is not JSON. Line breaks inside strings are common and repaired; comment and CDATA marks too. */
function parse(script: string): unknown {
  const text = script.replace(
    /^\s*(?:<!--|\/\*<!\[CDATA\[\*\/|<!\[CDATA\[)|(?:-->|\/\*\]\]>\*\/|\]\]>)\s*$/g,
    '',
  )
  for (const candidate of [text, text.replace(/[\n\r\t]+/g, ' ')]) {
    try {
      return JSON.parse(candidate)
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
    }
  }
  return undefined
}

function find(value: unknown, depth: number): Thing | undefined {
  if (depth === 0 || typeof value !== 'object' || value === null) return undefined
  if (Array.isArray(value)) {
    for (const item of value.slice(0, 100)) {
      const found = find(item, depth - 1)
      if (found) return found
    }
    return undefined
  }
  const thing = value as Thing
  if (typesOf(thing).some((type) => types.has(type))) return thing
  return (
    find(thing['@graph'], depth - 1) ??
    find(thing.mainEntity, depth - 1) ??
    find(thing.mainEntityOfPage, depth - 1)
  )
}

function typesOf(thing: Thing): string[] {
  const type = thing['@type']
  return (Array.isArray(type) ? type : [type])
    .filter((name): name is string => typeof name === 'string')
    .map((name) => name.replace(/^.*[/:#]/, '').toLowerCase())
}

/** A text property; where it holds several, the first. Publishing systems leave character references in it. */
export function text(value: unknown): string | undefined {
  if (Array.isArray(value)) return text(value[0])
  if (typeof value === 'object' && value !== null) return text((value as Thing)['@value'])
  const found = string(value)
  return found === undefined ? undefined : decodeReferences(found)
}

function decodeReferences(value: string): string {
  return value.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z\d]{1,30}));/gi,
    (written, decimal, hex, name) => {
      if (name) return decodeNamedCharacterReference(name) || written
      const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
      const isScalar = code > 31 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
      return isScalar ? String.fromCodePoint(code) : written
    },
  )
}

/** Names of people or organizations, in order, without doubles. */
export function names(value: unknown): string[] {
  const list = Array.isArray(value) ? value : [value]
  const found = list.flatMap((item): string[] => {
    const name = text(typeof item === 'object' && item !== null ? (item as Thing).name : item)
    return name && !/^https?:/i.test(name) ? [name] : []
  })
  return [...new Set(found)]
}

/** Address of an image given as a string, an ImageObject or a list. */
export function imageUrl(value: unknown): string | undefined {
  if (Array.isArray(value)) return imageUrl(value[0])
  if (typeof value === 'object' && value !== null) {
    const image = value as Thing
    return string(image.url) ?? string(image.contentUrl) ?? string(image['@id'])
  }
  return string(value)
}

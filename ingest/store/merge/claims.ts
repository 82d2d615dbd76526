/**
 * Whether two scrapes with the same canonical URL contain the same article. Some sites put one canonical URL on every
 * page; trusting it would merge all of their articles into one.
 */
import type {ArticleFields, Drafted} from '../draft/documents.ts'
import {normalizeUrl} from '../draft/normalize-url.ts'

/** Length of a shingle in words. */
const SHINGLE = 4
/** Share of the smaller text's shingles that the other must contain. An update keeps most of its text. */
const SHARED = 0.2

/** Whether the article that is stored under the canonical URL is another one than the draft. */
export function isClaimedByAnotherText(
  drafted: Drafted,
  stored: {base?: string | undefined; url?: string | undefined},
): boolean {
  if (drafted.identifiedBy !== 'canonical' || stored.base === undefined) return false
  const url = normalizeUrl(drafted.scrape.url)
  if (url === undefined || url === normalizeUrl(stored.url)) return false
  return !sharesText(textOf(drafted.article), textOf(JSON.parse(stored.base)))
}

function sharesText(one: string, other: string): boolean {
  const [few, many] = [shingles(one), shingles(other)].sort((a, b) => a.size - b.size)
  if (!few || !many || few.size === 0) return one === other
  return few.intersection(many).size / few.size >= SHARED
}

function shingles(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  const found = new Set<string>()
  for (let at = 0; at + SHINGLE <= words.length; at += 1) found.add(words.slice(at, at + SHINGLE).join(' '))
  return found
}

/** The title and all text of a body, in order. */
function textOf(fields: Pick<ArticleFields, 'title' | 'body'>): string {
  const parts: string[] = [fields.title ?? '']
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) walk(item)
    else if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value)) {
        if (name === 'text' && typeof inner === 'string') parts.push(inner)
        else walk(inner)
      }
    }
  }
  walk(fields.body)
  return parts.join(' ')
}

/**
 * The articles of a source that holds several: the entries of a feed, the posts of an export, the articles of an API's answer. Each becomes
 * a source of its own in the same format, with only that entry in it, so that everything which reads the format reads it, too.
 */
import {traced} from '../../trace/traced-text.ts'
import {articlesIn} from '../article/article.ts'
import {contentOf} from '../json/fields.ts'
import {valueAt} from '../json/keys.ts'
import {type JsonNode, readJson} from '../json/tree.ts'
import {ATOM} from '../xml/atom-format.ts'
import {articlesOf, type FeedFormat} from '../xml/feed.ts'
import {RSS} from '../xml/rss-format.ts'
import {baseOf, childrenOf, descendants, readXml, rootName} from '../xml/tree.ts'

/** One article of several. */
export interface Entry {
  /** As the source names it: its id, else its address, else its place. The same in each capture of the source that still has it. */
  id: string
  /** Its address, if the source gives it in full. */
  url?: string
  /** A document with this entry alone. */
  source: string
}

/** Split a decoded source into its articles; empty if it holds only one, or none. */
export function entriesOf(source: string): Entry[] {
  const start = source.slice(0, 200).trimStart()
  if (start.startsWith('<')) {
    const format = [RSS, ATOM].find(({isRoot}) => isRoot(rootName(source)))
    return format ? entriesOfFeed(source, format) : []
  }
  return /^[[{]/.test(start) ? entriesOfJson(source) : []
}

function entriesOfFeed(source: string, format: FeedFormat): Entry[] {
  const text = traced(source)
  const roots = readXml(source)
  const articles = articlesOf(text, roots, format)
  const all = descendants(roots, ...format.entries)
  const [first, last] = [all[0], all.at(-1)]
  if (articles.length < 2 || !first || !last) return []
  return articles.map(({entry, body}, index) => {
    const fields = format.fieldsOf(text, entry, {body, html: ''})
    const address = URL.parse(fields.canonicalUrl?.value ?? '', baseOf(entry, undefined))?.href
    const named = childrenOf(entry, 'guid', 'id', 'atom:id').find(({inner}) => inner.end > inner.start)
    const id = named && source.slice(named.inner.start, named.inner.end).trim()
    return entryWith(id || address, index, address, [
      source.slice(0, first.start),
      source.slice(entry.start, entry.end),
      source.slice(last.end),
    ])
  })
}

const entryWith = (
  id: string | undefined,
  index: number,
  url: string | undefined,
  parts: readonly string[],
): Entry => ({
  id: id ?? String(index + 1),
  ...(url && /^https?:/.test(url) && {url}),
  source: parts.join(''),
})

function entriesOfJson(source: string): Entry[] {
  const root = readJson(source)
  const list = root && (listOf(root) ?? commonList(root, source))
  if (!list) return []
  const articles = list.children.filter(
    (one) => one.type === 'object' && articlesIn(one, source).length === 1,
  )
  if (articles.length < 2) return []
  const text = traced(source)
  return articles.map((one, index) => {
    const textUnder = (...keys: string[]): string | undefined =>
      keys
        .flatMap((key) => valueAt(one, key) ?? [])
        .map((node) => contentOf(text, node))
        .filter((value) => typeof value === 'string' || typeof value === 'number')
        .map(String)[0]
    const url = textUnder('url', 'link', 'canonical_url', 'permalink', 'web_url')
    return entryWith(textUnder('id', 'guid', '_id', 'uri', 'slug') ?? url, index, url, [
      source.slice(0, list.start + 1),
      source.slice(one.start, one.end),
      source.slice(list.end - 1),
    ])
  })
}

/** The list of a format that names it: the items of a JSON Feed, the posts of Ghost. */
function listOf(root: JsonNode): JsonNode | undefined {
  const isFeed = valueAt(root, 'version') !== undefined
  const [database] = valueAt(root, 'db')?.children ?? []
  const data = database && valueAt(database, 'data')
  const list = (isFeed && valueAt(root, 'items')) || (data && valueAt(data, 'posts')) || undefined
  return list?.type === 'array' ? list : undefined
}

/** The list that holds each of the articles in a value of its own. */
function commonList(root: JsonNode, source: string): JsonNode | undefined {
  const bodies = articlesIn(root, source).flatMap(({bodies: [first]}) => first ?? [])
  const [first] = bodies
  if (!first || bodies.length < 2) return undefined
  for (let list = first.parent; list; list = list.parent) {
    if (list.type !== 'array') continue
    const places = new Set(bodies.map((body) => placeIn(list, body)))
    if (!places.has(undefined) && places.size === bodies.length) return list
  }
  return undefined
}

/** The value of a list that a node is in. */
function placeIn(list: JsonNode, node: JsonNode): JsonNode | undefined {
  for (let one: JsonNode | undefined = node; one; one = one.parent) if (one.parent === list) return one
  return undefined
}

/**
 * A JSON Feed (jsonfeed.org, 1.0 and 1.1). The title and text of each item are taken out. The metadata of a single item is kept. If the
 * item names no authors, its authors are the feed's, as the format specifies.
 *
 * @example
 *   in: {"version": "https://jsonfeed.org/version/1.1", "title": "Village News", "items": [{"id": "1", "url": "https://example.com/well", "title": "The Well", "content_html": "<p>It is deep.</p>", "date_published": "2024-03-05T10:00:00+01:00", "tags": ["water"], "authors": [{"name": "Ann Lee"}]}]}
 *   out: <h1>The Well</h1>\n<p>It is deep.</p>
 *   declares: {"title": "The Well", "authors": ["Ann Lee"], "publishedAt": "2024-03-05T10:00:00+01:00", "canonicalUrl": "https://example.com/well", "siteName": "Village News", "tags": ["water"]}
 * @example
 *   in: {"version": "1.1", "title": "Village News", "items": []}
 *   out: {"version": "1.1", "title": "Village News", "items": []}
 */
import type {DeclaredFields} from '../metadata/declared.ts'
import type {SourceRange, TracedText} from '../trace/traced-text.ts'
import {sourceRange} from '../trace/traced-text.ts'
import {type JsonArticle, takeOut} from './article/article.ts'
import {
  address,
  contentOf,
  type FieldTable,
  fieldsOf,
  image,
  line,
  list,
  moment,
  people,
  summary,
} from './json/fields.ts'
import {valueAt} from './json/keys.ts'
import {type JsonNode, readJson} from './json/tree.ts'
import {playerHtml} from './lib/player.ts'
import type {Unwrapper} from './unwrapper.ts'

const ITEM: FieldTable = {
  title: [{paths: ['title'], read: line}],
  subtitle: [{paths: ['summary'], read: summary}],
  byline: [],
  authors: [{paths: ['authors', 'author'], read: people}],
  publishedAt: [{paths: ['date_published'], read: moment}],
  modifiedAt: [{paths: ['date_modified'], read: moment}],
  language: [{paths: ['language'], read: line}],
  canonicalUrl: [{paths: ['url'], read: address}],
  siteName: [],
  section: [],
  tags: [{paths: ['tags'], read: list}],
  leadImage: [{paths: ['image', 'banner_image'], read: image}],
}

/** Fields that the feed declares for all its items. */
const FEED: FieldTable = {
  title: [],
  subtitle: [],
  byline: [],
  authors: [{paths: ['authors', 'author'], read: people}],
  publishedAt: [],
  modifiedAt: [],
  language: [{paths: ['language'], read: line}],
  canonicalUrl: [],
  siteName: [{paths: ['title'], read: line}],
  section: [],
  tags: [],
  leadImage: [],
}

export const jsonFeed: Unwrapper = (text, report) => {
  const root = /jsonfeed\.org\\?\/version/.test(text.value) ? readJson(text.value) : undefined
  const list_ = root?.type === 'object' ? valueAt(root, 'items') : undefined
  if (!root || list_?.type !== 'array') return undefined
  const items = list_.children.flatMap((item) => articleOf(text, item) ?? [])
  if (items.length === 0) return undefined
  const html = takeOut(
    text,
    items.map(({article}) => article),
    report,
  )
  const reading = {article: html.value, byId: () => undefined}
  const {authors, ...ofFeed} = fieldsOf(text, [root], FEED, reading)
  const [only] = items
  if (!only || items.length > 1) return {html, declared: {source: 'feed', fields: ofFeed}}
  const ofItem = fieldsOf(text, [only.item], ITEM, reading)
  const fields: DeclaredFields = {
    ...ofItem,
    authors: ofItem.authors ?? authors,
    language: ofItem.language ?? ofFeed.language,
    siteName: ofFeed.siteName,
  }
  return {
    html,
    declared: {source: 'feed', fields},
    ...(fields.canonicalUrl && {base: fields.canonicalUrl.value}),
  }
}

/** Audio and video among the attachments of an item. */
function playersOf(text: TracedText, item: JsonNode): {html: TracedText; at: SourceRange}[] {
  return (valueAt(item, 'attachments')?.children ?? []).flatMap((one) => {
    const [kind] = /^(?:audio|video)/.exec(line(contentAt(text, one, 'mime_type')) ?? '') ?? []
    const address = valueAt(one, 'url')
    const url = address && line(contentOf(text, address))
    if (!kind || !address || !url || !/^https?:/.test(url)) return []
    return [{html: playerHtml(kind, url, sourceRange(text, address.start, address.end).start), at: address}]
  })
}

const contentAt = (text: TracedText, object: JsonNode, key: string): unknown => {
  const found = valueAt(object, key)
  return found && contentOf(text, found)
}

function articleOf(text: TracedText, item: JsonNode): {item: JsonNode; article: JsonArticle} | undefined {
  const body = ['content_html', 'content_text', 'summary']
    .map((key) => valueAt(item, key))
    .find((node) => node?.type === 'string' && node.end > node.start)
  return (
    body && {item, article: {title: valueAt(item, 'title'), bodies: [body], after: playersOf(text, item)}}
  )
}

/**
 * An export of Ghost (`{"db": [{"data": {"posts": […]}}]}`). Published posts are taken out, as HTML; authors and tags are in lists of their
 * own beside them. Ghost writes `__GHOST_URL__` for the address of its site, which is nowhere in the export.
 *
 * @example
 *   in: {"db": [{"data": {"posts": [{"id": "1", "title": "The Well", "html": "<p>It is <a href=\\"__GHOST_URL__/map/\\">deep</a>.</p>", "status": "published", "published_at": "2024-03-05T10:00:00.000Z"}, {"id": "2", "title": "Draft", "html": "<p>x</p>", "status": "draft"}], "users": [{"id": "u", "name": "Ann Lee"}], "posts_authors": [{"post_id": "1", "author_id": "u"}], "tags": [{"id": "t", "name": "Water"}], "posts_tags": [{"post_id": "1", "tag_id": "t"}]}}]}
 *   out: <h1>The Well</h1>\n<p>It is <a href="/map/">deep</a>.</p>
 *   declares: {"title": "The Well", "authors": ["Ann Lee"], "publishedAt": "2024-03-05T10:00:00.000Z", "tags": ["Water"]}
 * @example
 *   in: {"db": [{"data": {"posts": []}}]}
 *   out: {"db": [{"data": {"posts": []}}]}
 */
import type {Declaration, DeclaredFields} from '../metadata/declared.ts'
import type {TracedText} from '../trace/traced-text.ts'
import {edit, sourceRange} from '../trace/traced-text.ts'
import {takeOut} from './article/article.ts'
import {contentOf, type FieldTable, fieldsOf, image, line, moment, summary} from './json/fields.ts'
import {valueAt} from './json/keys.ts'
import {type JsonNode, readJson} from './json/tree.ts'
import type {Unwrapper} from './unwrapper.ts'

const SITE = /__GHOST_URL__/g

const POST: FieldTable = {
  title: [{paths: ['title'], read: line}],
  subtitle: [{paths: ['custom_excerpt'], read: summary}],
  byline: [],
  authors: [],
  publishedAt: [{paths: ['published_at'], read: moment}],
  modifiedAt: [{paths: ['updated_at'], read: moment}],
  language: [{paths: ['locale'], read: line}],
  canonicalUrl: [{paths: ['canonical_url'], read: line}],
  siteName: [],
  section: [],
  tags: [],
  leadImage: [
    {
      paths: ['feature_image'],
      read: (value) => image(typeof value === 'string' ? value.replace(SITE, '') : value),
    },
  ],
}

export const ghostExport: Unwrapper = (text, report) => {
  const {value} = text
  const root = value.includes('"db"') && value.includes('"posts"') ? readJson(value) : undefined
  const data = root && dataOf(root)
  const posts = (data && valueAt(data, 'posts')?.children.filter((post) => isPublished(text, post))) ?? []
  const articles = posts.flatMap((post) => {
    const body = valueAt(post, 'html')
    return body?.type === 'string' && body.end > body.start
      ? [{post, title: valueAt(post, 'title'), bodies: [body]}]
      : []
  })
  const [only] = articles
  if (!data || !only) return undefined
  const taken = takeOut(text, articles, report)
  const html = edit(
    taken,
    Array.from(taken.value.matchAll(SITE), ({0: found, index}) => ({
      start: index,
      end: index + found.length,
      value: '',
    })),
  )
  if (articles.length > 1) return {html}
  const fields: DeclaredFields = {
    ...fieldsOf(text, [only.post], POST, {article: html.value, byId: () => undefined}),
    authors: namesBeside(text, data, only.post, ['posts_authors', 'author_id', 'users']),
    tags: namesBeside(text, data, only.post, ['posts_tags', 'tag_id', 'tags']),
  }
  return {html, declared: {source: 'api', fields}}
}

/** The data of the first database; older exports have no list of them. */
function dataOf(root: JsonNode): JsonNode | undefined {
  const [first] = valueAt(root, 'db')?.children ?? []
  return first && valueAt(first, 'data')
}

const textAt = (text: TracedText, object: JsonNode, key: string): unknown => {
  const found = valueAt(object, key)
  return found && contentOf(text, found)
}

const isPublished = (text: TracedText, post: JsonNode): boolean =>
  /^(?:published|sent)$/.test(String(textAt(text, post, 'status') ?? 'published')) &&
  textAt(text, post, 'type') !== 'page'

/** The names that a table of pairs links to a post. */
function namesBeside(
  text: TracedText,
  data: JsonNode,
  post: JsonNode,
  [pairs, key, list]: readonly [string, string, string],
): Declaration<string[]> | undefined {
  const id = textAt(text, post, 'id')
  const ids = new Set(
    (valueAt(data, pairs)?.children ?? [])
      .filter((pair) => textAt(text, pair, 'post_id') === id)
      .map((pair) => textAt(text, pair, key)),
  )
  const named = (valueAt(data, list)?.children ?? []).filter((one) => ids.has(textAt(text, one, 'id')))
  const value = named
    .flatMap((one) => line(textAt(text, one, 'name')) ?? [])
    .filter((name) => !name.startsWith('#'))
  const [first] = named
  return first && value.length > 0 ? {value, place: sourceRange(text, first.start, first.end)} : undefined
}

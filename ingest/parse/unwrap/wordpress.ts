/**
 * A post in an answer of the REST API of WordPress. Only their keys show that times are in UTC, `author` is a number, and names, terms
 * and images are included only if the request asked for them.
 *
 * @example
 *   in: {"id": 3, "date_gmt": "2024-03-05T09:30:00", "link": "https://example.com/well/", "title": {"rendered": "The Well &#8211; Again"}, "content": {"rendered": "<p>It is \\"deep\\".<\\/p>", "protected": false}, "author": 7}
 *   out: <h1>The Well &#8211; Again</h1>\n<p>It is "deep".</p>
 *   declares: {"title": "The Well – Again", "publishedAt": "2024-03-05T09:30:00Z", "canonicalUrl": "https://example.com/well/"}
 * @example
 *   in: {"code": "rest_post_invalid_id", "message": "Invalid post ID.", "data": {"status": 404}}
 *   out: {"code": "rest_post_invalid_id", "message": "Invalid post ID.", "data": {"status": 404}}
 */
import {takeOut} from './article/article.ts'
import {
  address,
  type FieldTable,
  fieldsOf,
  image,
  line,
  list,
  moment,
  people,
  summary,
  utcMoment,
} from './json/fields.ts'
import {valueAt} from './json/keys.ts'
import {type JsonNode, readJson} from './json/tree.ts'
import type {Unwrapper} from './unwrapper.ts'

const POST: FieldTable = {
  title: [{paths: ['title.rendered'], read: line}],
  subtitle: [{paths: ['excerpt.rendered'], read: summary}],
  byline: [],
  authors: [{paths: ['_embedded.author', 'yoast_head_json.author'], read: people}],
  publishedAt: [
    {paths: ['date_gmt'], read: utcMoment},
    {paths: ['date'], read: moment},
  ],
  modifiedAt: [
    {paths: ['modified_gmt'], read: utcMoment},
    {paths: ['modified'], read: moment},
  ],
  language: [{paths: ['lang', 'yoast_head_json.og_locale'], read: line}],
  canonicalUrl: [{paths: ['link'], read: address}],
  siteName: [{paths: ['yoast_head_json.og_site_name'], read: line}],
  section: [],
  // A list of lists: categories, tags, and other taxonomies of the site.
  tags: [{paths: ['_embedded.wp:term'], read: list}],
  leadImage: [
    {
      paths: ['_embedded.wp:featuredmedia', 'jetpack_featured_media_url', 'yoast_head_json.og_image'],
      read: image,
    },
  ],
}

export const wordpress: Unwrapper = (text, report) => {
  const root = text.value.includes('"rendered"') ? readJson(text.value) : undefined
  const [post] = root?.type === 'array' && root.children.length === 1 ? root.children : [root]
  const body = post && renderedIn(post, 'content')
  if (!post || !body) return undefined
  const html = takeOut(text, [{title: renderedIn(post, 'title'), bodies: [body]}], report)
  const fields = fieldsOf(text, [post], POST, {article: html.value, byId: () => undefined})
  return {
    html,
    declared: {source: 'api', fields},
    ...(fields.canonicalUrl && {base: fields.canonicalUrl.value}),
  }
}

function renderedIn(post: JsonNode, key: string): JsonNode | undefined {
  const object = valueAt(post, key)
  const rendered = object && valueAt(object, 'rendered')
  return rendered?.type === 'string' && rendered.end > rendered.start ? rendered : undefined
}

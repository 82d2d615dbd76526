/**
 * A JSON document with the article in one of its strings, or as rich text, as APIs of publishing systems answer. Title and text are taken
 * out. Rich text (Portable Text, Contentful, Slate, ProseMirror, Lexical, Draft.js, Editor.js, Gutenberg, Prismic, Quill and others,
 * `rich-text/formats/`) becomes HTML: paragraphs, headings, marks, links, nested lists, tables, code, quotes, images. Fields beside them become metadata if their names are unambiguous; times and names outside the article's object are about the answer, and
 * are ignored.
 *
 * @example
 *   in: {"status": "ok", "updated": "2026-01-01", "post": {"title": "The Well", "byline": "By Ann Lee", "published_at": "2024-03-05", "body": "<p>It is deep.</p>\\n<p>Very.</p>"}}
 *   out: <h1>The Well</h1>\n<p>It is deep.</p>\n<p>Very.</p>
 *   declares: {"title": "The Well", "byline": "By Ann Lee", "publishedAt": "2024-03-05"}
 * @example
 *   in: {"title": "Two", "articles": [{"html": "<p>One.</p>", "author": "A. Lee"}, {"html": "<p>Two.</p>", "author": "B. Ek"}]}
 *   out: <h1>Two</h1>\n<p>One.</p>\n<p>Two.</p>
 *   declares: {"title": "Two"}
 * @example
 *   in: {"title": "The Well", "body": [{"_type": "block", "style": "normal", "markDefs": [{"_key": "a", "_type": "link", "href": "https://example.com/map"}], "children": [{"_type": "span", "text": "The well on the green is deeper than anybody in the village had thought, see "}, {"_type": "span", "marks": ["a", "em"], "text": "the map"}, {"_type": "span", "text": "."}]}, {"_type": "block", "listItem": "bullet", "level": 1, "children": [{"_type": "span", "text": "Deep & cold"}]}]}
 *   out: <h1>The Well</h1>\n<p>The well on the green is deeper than anybody in the village had thought, see <a href="https://example.com/map"><em>the map</em></a>.</p>\n<ul><li>Deep &amp; cold</li></ul>
 *   declares: {"title": "The Well"}
 * @example
 *   in: {"name": "left-pad", "version": "1.3.0"}
 *   out: {"name": "left-pad", "version": "1.3.0"}
 */
import {isPage} from '../repair/text/markup/outside.ts'
import type {TracedText} from '../trace/traced-text.ts'
import {articlesIn, type JsonArticle, takeOut} from './article/article.ts'
import {objectsOf} from './article/objects.ts'
import {
  address,
  contentOf,
  type FieldTable,
  fieldsOf,
  image,
  line,
  list,
  moment,
  name,
  people,
  summary,
  utcMoment,
} from './json/fields.ts'
import {schemaOrg} from './json/schema-org.ts'
import {readJson} from './json/tree.ts'
import type {Unwrapped, Unwrapper} from './unwrapper.ts'

/** Names of APIs, before those of schema.org. */
const API: FieldTable = {
  title: [
    {
      paths: ['title', 'headline', 'headlines.basic', 'name', 'heading', 'page_title', 'pageTitle'],
      read: line,
    },
  ],
  subtitle: [
    {
      paths: ['subtitle', 'sub_title', 'subTitle', 'subheadline', 'subhead', 'deck', 'dek', 'standfirst'],
      read: line,
    },
    ...schemaOrg.subtitle,
    {paths: ['subheadlines.basic'], read: line},
    {
      paths: [
        'description.basic',
        'description_text',
        'description_html',
        'custom_excerpt',
        'excerpt',
        'summary',
        'teaser',
        'trailText',
        'lede',
      ],
      read: summary,
    },
  ],
  byline: [{paths: ['byline', 'by_line', 'byLine'], read: line}],
  authors: [
    {
      paths: [
        'credits.by',
        'authors',
        'author',
        'author_name',
        'authorName',
        'primary_author',
        'writers',
        'writer',
      ],
      read: people,
    },
    ...schemaOrg.authors,
  ],
  publishedAt: [
    {paths: ['date_gmt', 'published_gmt'], read: utcMoment},
    {
      paths: [
        'published',
        'published_at',
        'publishedAt',
        'published_on',
        'published_date',
        'publishedDate',
        'date_published',
        'datePublished',
        'publish_date',
        'publishDate',
        'publication_date',
        'publicationDate',
        'first_published_at',
        'firstPublishedAt',
        'webPublicationDate',
        'firstpublished',
        'first_publish_date',
        'display_date',
        'firstcreated',
        'pubDate',
        'pub_date',
        'pubdate',
        'date',
      ],
      read: moment,
    },
  ],
  modifiedAt: [
    {paths: ['modified_gmt'], read: utcMoment},
    {
      paths: [
        'modified',
        'modified_at',
        'modifiedAt',
        'date_modified',
        'dateModified',
        'updated',
        'updated_at',
        'updatedAt',
        'updated_date',
        'versioncreated',
        'last_updated_date',
        'last_modified',
        'lastModified',
      ],
      read: moment,
    },
  ],
  language: [{paths: ['language', 'lang', 'locale', 'inLanguage'], read: name}],
  canonicalUrl: [
    {
      paths: [
        'canonical_url',
        'canonicalUrl',
        'canonical',
        'permalink',
        'website_url',
        'web_url',
        'webUrl',
        'url',
        'link',
      ],
      read: address,
    },
  ],
  siteName: [{paths: ['site_name', 'siteName', 'publication', 'publisher'], read: name}],
  section: [
    {
      paths: ['section', 'section_name', 'sectionName', 'articleSection', 'primary_category', 'category'],
      read: name,
    },
  ],
  tags: [{paths: ['tags', 'keywords', 'topics', 'categories'], read: list}],
  leadImage: [
    {
      paths: [
        'associations.featuremedia',
        'promo_items.basic',
        'lead_image',
        'leadImage',
        'featured_image',
        'featuredImage',
        'feature_image',
        'hero_image',
        'heroImage',
        'main_image',
        'mainImage',
        'cover_image',
        'coverImage',
        'image_url',
        'imageUrl',
        'image',
      ],
      read: image,
    },
  ],
}

export const jsonDocument: Unwrapper = (text, report) => {
  const root = readJson(text.value)
  if (!root || root.type === 'string') return undefined
  const articles = articlesIn(root, text.value)
  if (articles.length === 0) return undefined
  const html = takeOut(text, articles, report)
  const [only] = articles
  return {html, ...(only && articles.length === 1 && declaredBeside(text, only, html))}
}

function declaredBeside(text: TracedText, article: JsonArticle, html: TracedText): Partial<Unwrapped> {
  const fields = fieldsOf(text, objectsOf(article), API, {article: html.value, byId: () => undefined})
  const base = fields.canonicalUrl && {base: fields.canonicalUrl.value}
  // A whole page declares its own metadata; the fields around it are about the scrape.
  const isCapture = article.bodies.some((body) => isPage(String(contentOf(text, body))))
  if (isCapture) return {...base}
  return {declared: {source: 'api', fields}, ...base}
}

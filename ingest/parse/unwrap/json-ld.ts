/**
 * A document that is JSON-LD: an article with its text in `articleBody`, alone or in a graph. Its other properties become metadata, as
 * schema.org defines them.
 *
 * @example
 *   in: {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "The Well", "datePublished": "2024-03-05", "author": [{"@type": "Person", "name": "Ann Lee"}], "articleBody": "The well on the green is deeper than anybody in the village had thought before."}
 *   out: <h1>The Well</h1>\nThe well on the green is deeper than anybody in the village had thought before.
 *   declares: {"title": "The Well", "authors": ["Ann Lee"], "publishedAt": "2024-03-05"}
 * @example
 *   in: {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "The Well", "url": "https://example.com/well"}
 *   out: {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "The Well", "url": "https://example.com/well"}
 */
import type {TracedText} from '../trace/traced-text.ts'
import {takeOut} from './article/article.ts'
import {contentOf, fieldsOf, isOfType} from './json/fields.ts'
import {valueAt} from './json/keys.ts'
import {schemaOrg} from './json/schema-org.ts'
import {type JsonNode, readJson} from './json/tree.ts'
import type {Unwrapper} from './unwrapper.ts'

const ARTICLE = /article|posting|report|review$/
/** Maximum number of values of a graph that are examined. */
const MAX_VALUES = 5000

export const jsonLd: Unwrapper = (text, report) => {
  const root = text.value.includes('articleBody') ? readJson(text.value) : undefined
  if (!root) return undefined
  const objects = objectsIn(root)
  const articles = objects.filter(
    (object) => isOfType(text, object, ARTICLE) && valueAt(object, 'articleBody')?.type === 'string',
  )
  const [article] = articles
  const body = article && valueAt(article, 'articleBody')
  // A list of articles is left to the general reader, which joins them.
  if (!article || !body || articles.length > 1) return undefined
  const html = takeOut(text, [{title: valueAt(article, 'headline', 'name'), bodies: [body]}], report)
  const fields = fieldsOf(text, [article], schemaOrg, {
    article: html.value,
    byId: (id) => describedAs(text, objects, id),
  })
  return {
    html,
    declared: {source: 'jsonLd', fields},
    ...(fields.canonicalUrl && {base: fields.canonicalUrl.value}),
  }
}

function objectsIn(root: JsonNode): JsonNode[] {
  const found: JsonNode[] = []
  const waiting = [root]
  for (let node = waiting.shift(); node && found.length < MAX_VALUES; node = waiting.shift()) {
    if (node.type === 'object') found.push(node)
    if (node.type === 'object' || node.type === 'array')
      for (const child of node.children) waiting.push(child)
  }
  return found
}

/** The object with an `@id` that has more properties than a reference. */
function describedAs(text: TracedText, objects: readonly JsonNode[], id: string): unknown {
  const found = objects.find((object) => {
    const own = valueAt(object, '@id')
    return own !== undefined && object.children.length > 1 && contentOf(text, own) === id
  })
  return found && contentOf(text, found)
}

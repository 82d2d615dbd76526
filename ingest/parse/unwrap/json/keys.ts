/** Keys of JSON documents, and what they reveal about a string. */
import type {JsonNode, JsonString} from './tree.ts'

/** Keys of an article's text, as APIs name them; the better ones first. */
export const bodyKeys = [
  /^(?:content|article|post|body|story)?[_-]?x?html$/i,
  /^(?:content:encoded|content_encoded|content|body|articleBody|article_body|body_?text|story_?body)$/i,
  /^(?:article|post|story|text|full_?text|main_?text|markdown|content_?text|value|data)$/i,
  /^(?:description|summary|excerpt)$/i,
]

/** Keys of an article's title. */
export const titleKeys = /^(?:title|headline|name|heading|page_?title)$/i

/** Keys of values beside an article that hold the texts of others. */
export const otherTexts =
  /^(?:comments?|replies|responses|related\w{0,20}|recommended\w{0,20}|similar\w{0,20}|translations?|messages|locales?|reviews?|most_?read)$/i

/** Keys that only describe the form of a value. */
export const forms = new Set([
  'rendered',
  'raw',
  '*',
  '#text',
  '_',
  '$t',
  '$',
  '__html',
  '__cdata',
  '#cdata-section',
])

/** The name of a string: its last key that names its content. */
export const nameOf = ({path}: JsonString): string => path.findLast((key) => !forms.has(key)) ?? ''

/** The value under the first of these keys that an object has. */
export const valueAt = (object: JsonNode, ...keys: readonly string[]): JsonNode | undefined =>
  keys.map((key) => object.children.findLast((child) => child.key === key)).find(Boolean)

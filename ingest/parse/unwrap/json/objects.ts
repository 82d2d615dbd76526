/** The objects of a JSON document that speak of an article: the one that holds its title and its text, and those that are parts of it. */
import type {JsonArticle} from './article.ts'
import {forms} from './keys.ts'
import type {JsonNode} from './tree.ts'

/** Keys under which a system keeps a part of a thing's own fields: the thing is the object around. */
const PARTS = new Set(['fields', 'attributes', 'content', 'body', 'properties'])
/** Keys of the fields of a thing in an object within it. */
const INNER = new Set(['meta', 'metadata', 'fields', 'attributes', 'properties', 'seo'])

/** The nearest first. An object farther out speaks of the answer, not of the article. */
export function objectsOf({title, bodies}: JsonArticle): JsonNode[] {
  const holder = holderOf(title ? [title, ...bodies] : bodies)
  if (!holder) return []
  const objects = [holder]
  for (let part = holder; PARTS.has(part.key) && part.parent?.type === 'object'; part = part.parent) {
    objects.push(part.parent)
  }
  const inner = objects.flatMap(({children}) =>
    children.filter(({key, type}) => type === 'object' && INNER.has(key)),
  )
  return [...objects, ...inner.filter((one) => !objects.includes(one))]
}

/** The innermost object that holds all of these values. */
function holderOf(nodes: readonly JsonNode[]): JsonNode | undefined {
  const [first, ...others] = nodes.map(around)
  return first?.find((object) => others.every((list) => list.includes(object)))
}

/** The objects around a value, the nearest first; those that only say how it is written are passed over. */
function around(node: JsonNode): JsonNode[] {
  const objects: JsonNode[] = []
  for (let inner = node; inner.parent; inner = inner.parent) {
    if (inner.parent.type === 'object' && !(inner.key !== '*' && forms.has(inner.key)))
      objects.push(inner.parent)
  }
  return objects
}

/** Finds the objects of a JSON document that describe an article: the one that contains its title and text, and objects that belong to it. */

import {forms} from '../json/keys.ts'
import type {JsonNode} from '../json/tree.ts'
import type {JsonArticle} from './article.ts'

/** Keys of an object that contains some of the fields of the object around it. */
const PARTS = new Set(['fields', 'attributes', 'content', 'body', 'properties'])
/** Keys of inner objects that contain fields of an object. */
const INNER = new Set(['meta', 'metadata', 'fields', 'attributes', 'properties', 'seo'])

/** List the objects that describe an article, the nearest first. Objects farther out describe the answer, not the article. */
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

/** The innermost object that contains all these values. */
function holderOf(nodes: readonly JsonNode[]): JsonNode | undefined {
  const [first, ...others] = nodes.map(around)
  return first?.find((object) => others.every((list) => list.includes(object)))
}

/** The objects around a value, the nearest first; without those that only describe its form. */
function around(node: JsonNode): JsonNode[] {
  const objects: JsonNode[] = []
  for (let inner = node; inner.parent; inner = inner.parent) {
    if (inner.parent.type === 'object' && !(inner.key !== '*' && forms.has(inner.key)))
      objects.push(inner.parent)
  }
  return objects
}

/**
 * Data that refers to its own values by their places in one list, as Nuxt and SvelteKit send it (the format of the library devalue): in
 * `[{"body": 1}, "<p>…</p>"]` the number is a place.
 */
import type {JsonNode} from '../json/tree.ts'

/** Maximum number of values for each in the list: text that is used again is repeated, but not without end. */
const MAX_RATIO = 8
const MAX_DEPTH = 60

/** The value that such data stands for; undefined for other data. */
export function hydrated(root: JsonNode, source: string): JsonNode | undefined {
  if (root.type !== 'array' || root.children.length < 3) return undefined
  const list = root.children
  const placeOf = (one: JsonNode): number | undefined => {
    const written = one.type === 'literal' ? source.slice(one.start, one.end) : ''
    return /^\d{1,7}$/.test(written) && Number(written) < list.length ? Number(written) : undefined
  }
  const groups = list.filter((one) => one.children.length > 0)
  const isData =
    groups.length > 0 && groups.every((one) => one.children.every((child) => isReference(child, source)))
  if (!isData) return undefined
  let left = MAX_RATIO * list.length
  const copy = (one: JsonNode, key: string, parent: JsonNode | undefined, depth: number): JsonNode => {
    const node: JsonNode = {...one, key, parent, children: []}
    if (depth > MAX_DEPTH || left <= 0) return node
    for (const child of one.children) {
      const place = placeOf(child)
      const value = place === undefined ? undefined : list[place]
      left--
      if (value) node.children.push(copy(value, child.key, node, depth + 1))
    }
    return node
  }
  const [first] = list
  return first && copy(first, '*', undefined, 0)
}

/** A place, or the name of a type such as `Reactive` or `Date`. */
const isReference = ({type, start, end}: JsonNode, source: string): boolean =>
  (type === 'literal' && /^-?\d{1,7}$/.test(source.slice(start, end))) ||
  (type === 'string' && /^[A-Z][A-Za-z]{1,40}$/.test(source.slice(start, end)))

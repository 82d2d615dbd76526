/** A reference in a document. */

export interface Reference {
  /** `_ref`: the id of the referenced document. */
  to: string
  weak: boolean
  /** Where the reference is, as a path of a patch. */
  path: string
}

/**
 * Every reference of a document to its own dataset. A reference with `_dataset` or `_projectId`, or to an id with a
 * colon, points to another dataset and is left out.
 */
export function referencesIn(document: object): Reference[] {
  const found: Reference[] = []
  // An explicit stack, since documents may nest deeper than the call stack allows.
  const stack: {value: unknown; path: string}[] = [{value: document, path: ''}]
  for (let next = stack.pop(); next; next = stack.pop()) {
    const {value, path} = next
    if (typeof value !== 'object' || value === null) continue
    if (Array.isArray(value)) {
      for (const [index, child] of value.entries())
        stack.push({value: child, path: `${path}[${selector(child, index)}]`})
      continue
    }
    const object = value as Record<string, unknown>
    if (typeof object._ref === 'string' && isLocal(object, object._ref)) {
      found.push({to: object._ref, weak: object._weak === true, path})
    }
    for (const [name, child] of Object.entries(object)) {
      if (typeof child === 'object') stack.push({value: child, path: path ? `${path}.${name}` : name})
    }
  }
  return found
}

function isLocal(object: Record<string, unknown>, ref: string): boolean {
  return object._dataset === undefined && object._projectId === undefined && !ref.includes(':')
}

function selector(child: unknown, index: number): string {
  const key = (child as {_key?: unknown} | null)?._key
  return typeof key === 'string' ? `_key==${JSON.stringify(key)}` : String(index)
}

/**
 * The document as it is published: references with `_strengthenOnPublish` become strong, except those with `weak: true`
 * in it. Returns the same value if there are none.
 */
export function strengthen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => strengthen(item))
    return items.some((item, index) => item !== value[index]) ? (items as Value) : value
  }
  const object = value as Record<string, unknown>
  let changed = false
  const copy: Record<string, unknown> = {}
  for (const [name, child] of Object.entries(object)) {
    const next = strengthen(child)
    if (next !== child) changed = true
    copy[name] = next
  }
  const rule = object._strengthenOnPublish
  if (typeof object._ref === 'string' && rule !== undefined) {
    changed = true
    delete copy._strengthenOnPublish
    if ((rule as {weak?: unknown} | null)?.weak === true) copy._weak = true
    else delete copy._weak
  }
  return changed ? (copy as Value) : value
}

/** Copies of a JSON value with one place changed; everything else is shared with the original. */
import {isDeepStrictEqual} from 'node:util'
import {isObject} from './path/locate.ts'
import type {Location} from './path/types.ts'

/**
 * Apply `change` at a place of a value. Missing objects on the way are created, and values that are neither object nor
 * array are replaced by one. Returns the same value if nothing changes.
 */
export function changeAt(
  value: unknown,
  location: Location,
  change: (value: unknown) => unknown,
  at = 0,
): unknown {
  const key = location[at]
  if (key === undefined) {
    const next = change(value)
    return isDeepStrictEqual(value, next) ? value : next
  }
  if (typeof key === 'number') {
    if (!Array.isArray(value)) return value
    const array: unknown[] = value
    const next = changeAt(array[key], location, change, at + 1)
    if (next === array[key] && key < array.length) return value
    const copy = [...array]
    copy[key] = next
    return copy
  }
  if (Array.isArray(value)) return value
  const object = isObject(value) ? value : {}
  const present = Object.hasOwn(object, key)
  const child = present ? object[key] : undefined
  const next = changeAt(child, location, change, at + 1)
  return next === child && present ? value : {...object, [key]: next}
}

/** Remove the attributes and elements at these places. */
export function removeAt(value: unknown, locations: readonly Location[]): unknown {
  let result = value
  // From the end, and inner before outer places, so that no removal shifts a later one.
  for (const location of locations.toSorted(compareLocations).reverse()) {
    const key = location.at(-1)
    if (key === undefined) continue
    result = changeAt(result, location.slice(0, -1), (parent) => {
      if (Array.isArray(parent) && typeof key === 'number') return parent.toSpliced(key, 1)
      if (!isObject(parent) || typeof key !== 'string') return parent
      const {[key]: _removed, ...rest} = parent
      return rest
    })
  }
  return result
}

/** Document order: a container before its contents, lower indices first. */
function compareLocations(a: Location, b: Location): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const [x, y] = [a[at], b[at]]
    if (x === y) continue
    if (typeof x === 'number' && typeof y === 'number') return x - y
    return String(x) < String(y) ? -1 : 1
  }
  return a.length - b.length
}

import type {InsertOperation} from '../types.ts'
import {changeAt} from './edit.ts'
import {fromEnd, locate, valueAt} from './path/locate.ts'
import {parsePath} from './path/parse.ts'
import type {Step} from './path/types.ts'

/** An `insert` whose shape or path is not valid. */
export class InsertError extends Error {
  override name = 'InsertError'
}

const PLACES = ['before', 'after', 'replace'] as const

/**
 * Insert items into an array: before the first selected element, after the last one, or in place of all of them. In an
 * empty array, `items[-1]` is its end. A path that selects nothing changes nothing.
 */
export function insert(value: unknown, operation: InsertOperation): unknown {
  const places = PLACES.filter((each) => operation[each] !== undefined)
  const [place] = places
  if (!place || places.length > 1) {
    throw new InsertError(
      `Expected insert to have one of "before", "after" and "replace", got ${places.length}`,
    )
  }
  const {items} = operation
  if (!Array.isArray(items)) throw new InsertError('Expected insert.items to be an array')
  const text = operation[place] ?? ''
  const path = parsePath(text)
  const last = path.at(-1)
  if (!last || last.type === 'attribute' || last.type === 'descendants') {
    throw new InsertError(
      `Expected insert.${place} to end with an element, like "${text}[-1]", got "${text}"`,
    )
  }
  let result = value
  for (const parent of locate(value, path.slice(0, -1))) {
    if (!Array.isArray(valueAt(result, parent))) continue
    result = changeAt(result, parent, (array) => insertInto(array as unknown[], last, place, items))
  }
  return result
}

function insertInto(
  array: unknown[],
  last: Step,
  place: (typeof PLACES)[number],
  items: unknown[],
): unknown[] {
  const indices = locate(array, [last]).flatMap(([index]) => (typeof index === 'number' ? [index] : []))
  if (place === 'replace') {
    const kept = array.filter((_, index) => !indices.includes(index))
    const [first] = indices
    return first === undefined ? array : kept.toSpliced(Math.min(...indices), 0, ...items)
  }
  const at = place === 'before' ? Math.min(...indices) : Math.max(...indices) + 1
  if (Number.isFinite(at)) return array.toSpliced(at, 0, ...items)
  const open = emptySelection(array, last)
  return open === undefined ? array : array.toSpliced(open, 0, ...items)
}

/** The position of an index or range that selects nothing. */
function emptySelection(array: unknown[], step: Step): number | undefined {
  if (array.length === 0 && step.type === 'index' && (step.index === 0 || step.index === -1)) return 0
  if (step.type === 'index' && step.index === array.length) return array.length
  if (step.type === 'range') return Math.min(fromEnd(step.start ?? 0, array.length), array.length)
  if (step.type === 'all') return 0
  return undefined
}

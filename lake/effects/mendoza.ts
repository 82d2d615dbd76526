import {isDeepStrictEqual} from 'node:util'

/** A Mendoza patch: opcodes, each followed by its operands (github.com/sanity-io/mendoza, format of version 1). */
export type MendozaPatch = unknown[]

/** The opcodes that this differ writes; the other opcodes of the format are shorthands of these. */
const OP = {
  value: 0,
  pushFieldCopy: 10,
  pushFieldBlank: 11,
  pushElementCopy: 12,
  pushElementBlank: 13,
  returnIntoObjectSameKeyPop: 15,
  returnIntoArrayPop: 16,
  objectSetFieldValue: 17,
  objectDeleteField: 19,
  arrayAppendValue: 20,
  arrayAppendSlice: 21,
  stringAppendString: 22,
  stringAppendSlice: 23,
} as const

type JsonObject = Record<string, unknown>

/**
 * The patch that turns `left` into `right`. It sets and deletes changed fields, matches array elements by value and
 * then by `_key`, and keeps the common start and end of texts. The Studio derives from it who changed what, so it
 * contains only changes.
 *
 * @param left - the document before; null if it did not exist
 * @param right - the document after; null if it no longer exists
 */
export function diff(left: unknown, right: unknown): MendozaPatch {
  if (isObject(left) && isObject(right)) return objectOps(left, right)
  return isDeepStrictEqual(left, right) ? [] : [OP.value, right]
}

/**
 * Operations on an output that starts as a copy of `left`. Fields are referred to by their index among the sorted keys
 * of `left`.
 */
function objectOps(left: JsonObject, right: JsonObject): MendozaPatch {
  const keys = Object.keys(left).sort()
  const ops: MendozaPatch = []
  for (const [index, key] of keys.entries()) {
    if (!Object.hasOwn(right, key)) {
      ops.push(OP.objectDeleteField, index)
      continue
    }
    const [before, after] = [left[key], right[key]]
    if (isDeepStrictEqual(before, after)) continue
    const inside = enter(before, after, index, OP.pushFieldCopy, OP.pushFieldBlank)
    if (inside) ops.push(...inside, OP.returnIntoObjectSameKeyPop)
    else ops.push(OP.objectSetFieldValue, after, key)
  }
  for (const key of Object.keys(right)) {
    if (!Object.hasOwn(left, key)) ops.push(OP.objectSetFieldValue, right[key], key)
  }
  return ops
}

/** Operations that enter a member and build it from its earlier state; undefined if writing the new value is better. */
function enter(
  before: unknown,
  after: unknown,
  index: number,
  copy: number,
  blank: number,
): MendozaPatch | undefined {
  if (isObject(before) && isObject(after)) return [copy, index, ...objectOps(before, after)]
  if (Array.isArray(before) && Array.isArray(after)) return nonEmpty([blank, index], arrayOps(before, after))
  if (typeof before === 'string' && typeof after === 'string')
    return nonEmpty([blank, index], stringOps(before, after))
  return undefined
}

/** An output with no operations is null, so an empty array or text is written as a value. */
function nonEmpty(head: MendozaPatch, ops: MendozaPatch): MendozaPatch | undefined {
  return ops.length === 0 ? undefined : [...head, ...ops]
}

/** Operations on a blank output: the elements in the order of `right`, each copied from its place in `left`. */
function arrayOps(left: readonly unknown[], right: readonly unknown[]): MendozaPatch {
  const places = placesOf(left)
  const ops: MendozaPatch = []
  let slice: {from: number; to: number} | undefined
  const flush = () => {
    if (slice) ops.push(OP.arrayAppendSlice, slice.from, slice.to)
    slice = undefined
  }
  for (const [index, element] of right.entries()) {
    const same = places.same(element, slice?.to ?? 0)
    if (same !== undefined && slice?.to === same) {
      slice.to = same + 1
      continue
    }
    flush()
    if (same === undefined) ops.push(...elementOps(left, element, places.like(element, index)))
    else slice = {from: same, to: same + 1}
  }
  flush()
  return ops
}

function elementOps(left: readonly unknown[], element: unknown, like: number | undefined): MendozaPatch {
  const inside =
    like === undefined ? undefined : enter(left[like], element, like, OP.pushElementCopy, OP.pushElementBlank)
  return inside ? [...inside, OP.returnIntoArrayPop] : [OP.arrayAppendValue, element]
}

interface Places {
  /** The index of an equal element: the first one from `from` on, otherwise the first of all. */
  same: (element: unknown, from: number) => number | undefined
  /**
   * The index of the element's earlier state: the element with its `_key`, or, without keys, the one at the same index.
   */
  like: (element: unknown, index: number) => number | undefined
}

function placesOf(left: readonly unknown[]): Places {
  const byValue = new Map<string, number[]>()
  const byKey = new Map<unknown, number>()
  for (const [index, element] of left.entries()) {
    const text = JSON.stringify(element)
    byValue.set(text, [...(byValue.get(text) ?? []), index])
    const key = keyOf(element)
    if (key !== undefined && !byKey.has(key)) byKey.set(key, index)
  }
  return {
    same: (element, from) => {
      const places = byValue.get(JSON.stringify(element)) ?? []
      return places.find((place) => place >= from) ?? places[0]
    },
    like: (element, index) => {
      const key = keyOf(element)
      if (key !== undefined) return byKey.get(key)
      return index < left.length && keyOf(left[index]) === undefined ? index : undefined
    },
  }
}

/**
 * Operations on a blank output: the common start, the new text, the common end. Offsets are in bytes of UTF-8. Only
 * slices at the start or end of the text are used, since the JavaScript decoder miscounts others after letters outside
 * ASCII.
 */
function stringOps(left: string, right: string): MendozaPatch {
  const start = commonStart(left, right)
  const end = commonEnd(left.slice(start), right.slice(start))
  const middle = right.slice(start, right.length - end)
  const size = Buffer.byteLength(left)
  const ops: MendozaPatch = []
  if (start > 0) ops.push(OP.stringAppendSlice, 0, Buffer.byteLength(left.slice(0, start)))
  if (middle !== '') ops.push(OP.stringAppendString, middle)
  if (end > 0) ops.push(OP.stringAppendSlice, size - Buffer.byteLength(left.slice(left.length - end)), size)
  return ops
}

/** Length of the common start in UTF-16 units, never within a surrogate pair. */
function commonStart(left: string, right: string): number {
  const most = Math.min(left.length, right.length)
  let length = 0
  while (length < most && left[length] === right[length]) length++
  return length > 0 && isHighSurrogate(left.charCodeAt(length - 1)) ? length - 1 : length
}

function commonEnd(left: string, right: string): number {
  const most = Math.min(left.length, right.length)
  let length = 0
  while (length < most && left.at(-1 - length) === right.at(-1 - length)) length++
  return length > 0 && isLowSurrogate(left.charCodeAt(left.length - length)) ? length - 1 : length
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}

function keyOf(element: unknown): unknown {
  return isObject(element) ? element._key : undefined
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

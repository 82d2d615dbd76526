/**
 * Pure patches: operations on a value return a value. The original never changes, unchanged parts are shared, and a
 * patch without effect returns the same object.
 */
import {applyPatches, parsePatch} from '@sanity/diff-match-patch'
import type {PatchOperations} from '../types.ts'
import {changeAt, removeAt} from './edit.ts'
import {insert} from './insert.ts'
import {isObject, locate, valueAt} from './path/locate.ts'
import {parsePath} from './path/parse.ts'

/** An operation with an argument of the wrong kind. */
export class PatchError extends Error {
  override name = 'PatchError'
}

type Apply<Name extends keyof PatchOperations> = (
  value: unknown,
  argument: NonNullable<PatchOperations[Name]>,
) => unknown

/**
 * Every operation, in the order in which a patch applies them. `setIfMissing` comes before `set`, as in the Studio,
 * which displays its own result before the lake responds: the two must agree. Each operation, and each path in it,
 * works on the result of the previous one.
 */
const OPERATIONS: {[Name in keyof PatchOperations]-?: Apply<Name>} = {
  setIfMissing: (value, entries) =>
    each(value, 'setIfMissing', entries, (current, path, replacement) =>
      changePlaces(current, path, true, (old) => (old === undefined ? replacement : old)),
    ),
  set: (value, entries) =>
    each(value, 'set', entries, (current, path, replacement) =>
      changePlaces(current, path, true, () => replacement),
    ),
  unset: (value, paths) => {
    if (!Array.isArray(paths)) throw new PatchError('Expected unset to be an array of paths')
    return paths.reduce<unknown>(
      (current, path) => removeAt(current, locate(current, parsePath(path))),
      value,
    )
  },
  inc: (value, entries) =>
    each(value, 'inc', entries, (current, path, by) => increase(current, path, number('inc', path, by))),
  dec: (value, entries) =>
    each(value, 'dec', entries, (current, path, by) => increase(current, path, -number('dec', path, by))),
  insert,
  diffMatchPatch: (value, entries) =>
    each(value, 'diffMatchPatch', entries, (current, path, patch) => {
      if (typeof patch !== 'string')
        throw new PatchError(`Expected diffMatchPatch of "${path}" to be a string`)
      return changePlaces(current, path, false, (old) =>
        typeof old === 'string' ? patchText(old, patch) : old,
      )
    }),
}

const ORDER = Object.keys(OPERATIONS) as (keyof PatchOperations)[]

/** Names of the operations of a patch. */
export const OPERATION_NAMES: ReadonlySet<string> = new Set(ORDER)

/**
 * Apply the operations of a patch.
 *
 * @throws PathSyntaxError, PatchError or InsertError for operations that are not valid
 */
export function applyPatch<Value>(value: Value, operations: PatchOperations): Value {
  let result: unknown = value
  for (const name of ORDER) {
    const argument = operations[name]
    // The map above types the argument of each name; a loop cannot express that.
    if (argument !== undefined)
      result = (OPERATIONS[name] as (value: unknown, argument: unknown) => unknown)(result, argument)
  }
  return result as Value
}

function each(
  value: unknown,
  name: string,
  entries: Record<string, unknown>,
  apply: (value: unknown, path: string, argument: unknown) => unknown,
): unknown {
  if (!isObject(entries)) throw new PatchError(`Expected ${name} to be an object of paths and values`)
  return Object.entries(entries).reduce((current, [path, argument]) => apply(current, path, argument), value)
}

function changePlaces(
  value: unknown,
  path: string,
  missing: boolean,
  change: (old: unknown) => unknown,
): unknown {
  const locations = locate(value, parsePath(path), {missing})
  return locations.reduce((current, location) => {
    const old = valueAt(current, location)
    const next = change(old)
    // A missing place that stays missing must not create its parents.
    return next === undefined && old === undefined ? current : changeAt(current, location, () => next)
  }, value)
}

function increase(value: unknown, path: string, by: number): unknown {
  return changePlaces(value, path, false, (old) => (typeof old === 'number' ? old + by : old))
}

function number(name: string, path: string, value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value))
    throw new PatchError(`Expected ${name} of "${path}" to be a number`)
  return value
}

/** Hunks that no longer match are skipped, as in the Content Lake. */
function patchText(text: string, patch: string): string {
  return applyPatches(parsePatch(patch), text, {allowExceedingIndices: true})[0]
}

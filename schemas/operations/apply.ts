/**
 * Applies suggestions to a body. Pure. The pipeline's tests and the desk use the same code, so that an editor gets the change that was
 * tested.
 */
import type {InsertPlace, Operation} from './operation.ts'
import {type PathStep, parsePath} from './path.ts'

interface Keyed {
  _key: string
}

/** The changed body, or why nothing was changed. */
export type Applied<Block extends Keyed> = {body: readonly Block[]} | {error: string}

/**
 * Applies operations in order, all or none. If a precondition fails, because a key is missing or the text occurs not exactly once, `error` is a message
 * for editors. Without a change, the same array is returned; unchanged blocks stay the same objects.
 */
export function applyOperations<Block extends Keyed>(
  body: readonly Block[],
  operations: readonly Operation<NoInfer<Block>>[],
): Applied<Block> {
  let current = body
  for (const operation of operations) {
    const applied = apply(current, operation)
    if ('error' in applied) return applied
    current = applied.body
  }
  return {body: current}
}

function apply<Block extends Keyed>(body: readonly Block[], operation: Operation<Block>): Applied<Block> {
  switch (operation.op) {
    case 'move':
      return move(body, operation.keys, operation.afterKey)
    case 'remove':
      return remove(body, operation.keys)
    case 'replaceText':
      return replaceText(body, operation)
    case 'insert':
      return insert(body, operation.items, operation.places)
  }
}

function move<Block extends Keyed>(
  body: readonly Block[],
  keys: readonly string[],
  afterKey: string,
): Applied<Block> {
  const missing = firstMissing(body, [...keys, afterKey])
  if (missing !== undefined) return {error: missing}
  const moved = new Set(keys)
  if (moved.size !== keys.length) return {error: 'A block is named twice.'}
  if (moved.has(afterKey)) return {error: 'A block cannot be moved to right after itself.'}
  const byKey = new Map(body.map((block) => [block._key, block]))
  const blocks = keys.flatMap((key) => byKey.get(key) ?? [])
  const result = body
    .filter((block) => !moved.has(block._key))
    .flatMap((block) => (block._key === afterKey ? [block, ...blocks] : [block]))
  return {body: result.every((block, index) => block === body[index]) ? body : result}
}

function remove<Block extends Keyed>(body: readonly Block[], keys: readonly string[]): Applied<Block> {
  const missing = firstMissing(body, keys)
  if (missing !== undefined) return {error: missing}
  const removed = new Set(keys)
  return {body: keys.length === 0 ? body : body.filter((block) => !removed.has(block._key))}
}

function insert<Block extends Keyed>(
  body: readonly Block[],
  items: readonly Block[],
  places: readonly InsertPlace[],
): Applied<Block> {
  const at = new Map(body.map(({_key}, index) => [_key, index]))
  if (items.some(({_key}) => at.has(_key))) return {error: 'This text is in the article already.'}
  if (new Set(items.map(({_key}) => _key)).size !== items.length) return {error: 'A block is named twice.'}
  if (items.length === 0) return {body}
  const index = places.map((place) => indexOf(place, at)).find((found) => found !== undefined) ?? body.length
  return {body: [...body.slice(0, index), ...items, ...body.slice(index)]}
}

/** Index of the block that a new one at this place would push down; undefined if the block beside it is gone. */
function indexOf(place: InsertPlace, at: ReadonlyMap<string, number>): number | undefined {
  if ('before' in place) return at.get(place.before)
  const index = at.get(place.after)
  return index === undefined ? undefined : index + 1
}

function replaceText<Block extends Keyed>(
  body: readonly Block[],
  {key, path, from, to}: Extract<Operation, {op: 'replaceText'}>,
): Applied<Block> {
  const missing = firstMissing(body, [key])
  if (missing !== undefined) return {error: missing}
  const steps = parsePath(path)
  if (!steps) return {error: `The place \`${path}\` inside the block cannot be read.`}
  if (from === '') return {error: 'The text to replace is empty.'}
  const index = body.findIndex((block) => block._key === key)
  const block = body[index]
  if (!block) return {error: gone(key)}
  const changed = replaceAt(block, steps, from, to)
  if ('error' in changed) return changed
  return {body: changed.value === block ? body : body.with(index, changed.value)}
}

type Replaced<Value> = {value: Value} | {error: string}

/** Depth is that of the path, which is a few steps. */
function replaceAt<Value extends object>(
  value: Value,
  [step, ...rest]: readonly PathStep[],
  from: string,
  to: string,
): Replaced<Value> {
  if (!step) return replaceIn(value, from, to)
  const field: unknown = Reflect.get(value, step.name)
  if (step.key === undefined) {
    // A path may name the span's text itself.
    if (step.name === 'text' && rest.length === 0) return replaceIn(value, from, to)
    if (typeof field !== 'object' || field === null) return {error: 'The text is no longer where it was.'}
    const changed = replaceAt(field, rest, from, to)
    if ('error' in changed) return changed
    return {value: changed.value === field ? value : {...value, [step.name]: changed.value}}
  }
  const members: unknown[] = Array.isArray(field) ? field : []
  const index = members.findIndex((member) => isObject(member) && Reflect.get(member, '_key') === step.key)
  const member = members[index]
  if (!isObject(member)) return {error: 'The text is no longer where it was.'}
  const changed = replaceAt(member, rest, from, to)
  if ('error' in changed) return changed
  if (changed.value === member) return {value}
  return {value: {...value, [step.name]: members.with(index, changed.value)}}
}

function replaceIn<Value extends object>(span: Value, from: string, to: string): Replaced<Value> {
  const text: unknown = Reflect.get(span, 'text')
  if (typeof text !== 'string') return {error: 'The text is no longer where it was.'}
  const at = text.indexOf(from)
  if (at < 0) return {error: `“${from}” is no longer there.`}
  if (text.indexOf(from, at + 1) >= 0) return {error: `“${from}” appears there more than once.`}
  if (from === to) return {value: span}
  return {value: {...span, text: text.slice(0, at) + to + text.slice(at + from.length)}}
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

const gone = (key: string): string => `The block \`${key}\` is no longer there.`

function firstMissing(body: readonly Keyed[], keys: readonly string[]): string | undefined {
  const present = new Set(body.map((block) => block._key))
  const key = keys.find((name) => !present.has(name))
  return key === undefined ? undefined : gone(key)
}

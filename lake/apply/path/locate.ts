import type {Comparison, Location, Operand, Path, Step} from './types.ts'

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export interface LocateOptions {
  /** Also places that are not there yet but could be: a missing attribute, and the index right after the last. */
  missing?: boolean
}

/**
 * The places in a value that a path selects, each once, in document order.
 */
export function locate(value: unknown, path: Path, {missing = false}: LocateOptions = {}): Location[] {
  const found = new Map<string, Location>()
  walk(value, path, 0, [], missing, (location) => {
    const id = JSON.stringify(location)
    if (!found.has(id)) found.set(id, location)
  })
  return [...found.values()]
}

type Emit = (location: Location) => void

function walk(value: unknown, path: Path, at: number, here: Location, missing: boolean, emit: Emit): void {
  const step = path[at]
  if (!step) {
    if (missing || value !== undefined) emit(here)
    return
  }
  for (const [key, child] of select(value, step, missing)) {
    if (step.type === 'descendants' || step.type === 'union') continue
    walk(child, path, at + 1, key === undefined ? here : [...here, key], missing, emit)
  }
  if (step.type === 'union') {
    for (const member of step.paths) walk(value, [...member, ...path.slice(at + 1)], 0, here, missing, emit)
  } else if (step.type === 'descendants') {
    // What follows applies to the value and to all under it; only what is there counts below the first level.
    walk(
      value,
      path,
      at + 1,
      here,
      missing && at + 1 < path.length && path[at + 1]?.type !== 'attribute',
      emit,
    )
    for (const [key, child] of children(value)) walk(child, path, at, [...here, key], missing, emit)
  }
}

function* children(value: unknown): Generator<[string | number, unknown]> {
  if (Array.isArray(value)) for (const [index, child] of value.entries()) yield [index, child]
  else if (isObject(value)) yield* Object.entries(value)
}

/** What one step selects from a value: key and child, or no key for the value itself. */
function* select(
  value: unknown,
  step: Step,
  missing: boolean,
): Generator<[string | number | undefined, unknown]> {
  switch (step.type) {
    case 'attribute':
      if (isObject(value)) {
        if (Object.hasOwn(value, step.name)) yield [step.name, value[step.name]]
        else if (missing) yield [step.name, undefined]
      } else if (missing && !Array.isArray(value)) yield [step.name, undefined]
      return
    case 'index':
      if (Array.isArray(value)) {
        const index = step.index < 0 ? step.index + value.length : step.index
        if (index >= 0 && (index < value.length || (missing && index === value.length)))
          yield [index, value[index]]
      }
      return
    case 'range':
      if (Array.isArray(value)) {
        const from = fromEnd(step.start ?? 0, value.length)
        const to = Math.min(fromEnd(step.end ?? value.length, value.length), value.length)
        for (let index = from; index < to; index++) yield [index, value[index]]
      }
      return
    case 'all':
      yield* children(value)
      return
    case 'filter':
    case 'exists':
      if (Array.isArray(value)) {
        for (const [index, child] of value.entries()) if (holds(child, step)) yield [index, child]
      } else if (isObject(value) && holds(value, step)) yield [undefined, value]
      return
    case 'union':
    case 'descendants':
  }
}

/** A position counted from the end when negative, kept within the array. */
export function fromEnd(index: number, length: number): number {
  return index < 0 ? Math.max(0, index + length) : index
}

function holds(value: unknown, step: Step & {type: 'filter' | 'exists'}): boolean {
  if (step.type === 'exists') return locate(value, step.path).length > 0
  const rights = operandValues(value, step.right)
  return operandValues(value, step.left).some((left) => rights.some((right) => compare(left, step.op, right)))
}

function operandValues(value: unknown, operand: Operand): unknown[] {
  if (operand.type === 'literal') return [operand.value]
  return locate(value, operand.path).map((location) => valueAt(value, location))
}

/** No coercion: `"123"` is not `123`, and values of different types have no order. */
function compare(left: unknown, op: Comparison, right: unknown): boolean {
  if (op === '==') return left === right
  if (op === '!=') return left !== right
  const ordered =
    (typeof left === 'number' && typeof right === 'number') ||
    (typeof left === 'string' && typeof right === 'string')
  if (!ordered) return false
  switch (op) {
    case '<':
      return left < right
    case '<=':
      return left <= right
    case '>':
      return left > right
    case '>=':
      return left >= right
  }
}

/** The value at a place; undefined where there is none. */
export function valueAt(value: unknown, location: Location): unknown {
  let current = value
  for (const key of location) {
    if (Array.isArray(current) && typeof key === 'number') current = current[key]
    else if (isObject(current) && typeof key === 'string' && Object.hasOwn(current, key))
      current = current[key]
    else return undefined
  }
  return current
}

import type {Comparison, Location, Operand, Path, Step} from './types.ts'

/** Whether a value is an object and not an array. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Which places are selected. */
export interface LocateOptions {
  /** Also places that do not exist yet: a missing attribute, and the index after the last. */
  missing?: boolean
}

/** The places in a value that a path selects, each once, in the order in which they are found. */
export function locate(value: unknown, path: Path, {missing = false}: LocateOptions = {}): Location[] {
  const walk: Walk = {found: new Map(), descended: new Map()}
  follow(value, path, [], missing, walk)
  return [...walk.found.values()]
}

interface Walk {
  found: Map<string, Location>
  /** Places from which `..` was followed, by the remaining path: several `..` reach the same place in many ways. */
  descended: Map<string, Set<string>>
}

function follow(value: unknown, [step, ...rest]: Path, here: Location, missing: boolean, walk: Walk): void {
  if (!step) {
    if (missing || value !== undefined) walk.found.set(JSON.stringify(here), here)
  } else if (step.type === 'union') {
    for (const member of step.paths) follow(value, [...member, ...rest], here, missing, walk)
  } else if (step.type === 'descendants') {
    const place = JSON.stringify(here)
    const remaining = JSON.stringify(rest)
    const seen = walk.descended.get(remaining) ?? new Set()
    walk.descended.set(remaining, seen)
    if (seen.has(place)) return
    seen.add(place)
    // The remaining path applies to the value and to all of its descendants. An attribute must exist, so that `..a`
    // does not create `a` everywhere.
    follow(value, rest, here, missing && rest[0] !== undefined && rest[0].type !== 'attribute', walk)
    for (const [key, child] of children(value)) follow(child, [step, ...rest], [...here, key], missing, walk)
  } else {
    for (const [key, child] of select(value, step, missing)) {
      follow(child, rest, key === undefined ? here : [...here, key], missing, walk)
    }
  }
}

function* children(value: unknown): Generator<[string | number, unknown]> {
  if (Array.isArray(value)) for (const [index, child] of value.entries()) yield [index, child]
  else if (isObject(value)) yield* Object.entries(value)
}

/** The children that one step selects, with their keys; the value itself has no key. */
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
    // Not a choice among children; see `follow`.
  }
}

/** An index in an array; a negative one counts from the end, and at least 0. */
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

/** Compare without coercion: `"123"` is not `123`, and values of different types have no order. */
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

/** The value at a place; undefined if there is none. */
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

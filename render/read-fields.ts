import {cleanText} from './clean-text.ts'

export type Fields = Readonly<Record<string, unknown>>

/** Whether a value is an object with fields. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The objects of an array; none when it is no array. */
export function objectsOf(value: unknown): Fields[] {
  return Array.isArray(value) ? value.filter(isFields) : []
}

/** A line or more of text, or undefined when there is none. */
export function textOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  const text = cleanText(value)
  return text.trim() ? text : undefined
}

/** A whole number between two bounds; what is less or more is brought to them, what is no number gives `otherwise`. */
export function countOf(value: unknown, min: number, max: number, otherwise: number): number {
  if (typeof value !== 'number' || Number.isNaN(value)) return otherwise
  return Math.min(max, Math.max(min, Math.trunc(value)))
}

/** The value if the list holds it. */
export function oneOf<const Value extends string>(
  values: readonly Value[],
  value: unknown,
): Value | undefined {
  return values.find((each) => each === value)
}

/** The key of an object of an array, or one by its place. */
export function keyOf(fields: Fields, index: number): string {
  const {_key: key} = fields
  return typeof key === 'string' && key ? key : `b${index}`
}

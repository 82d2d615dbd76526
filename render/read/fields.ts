import {cleanText} from './clean-text.ts'

/** An object of a document, before anything is known of its fields. */
export type Fields = Readonly<Record<string, unknown>>

/** Whether a value is an object with fields. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The objects of an array; empty when the value is not an array. */
export function objectsOf(value: unknown): Fields[] {
  return Array.isArray(value) ? value.filter(isFields) : []
}

/** The text, or undefined when there is none to see. */
export function textOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  const text = cleanText(value)
  return text.trim() ? text : undefined
}

/** A whole number within two bounds; a number beyond them becomes the nearer one, anything else `otherwise`. */
export function countOf(value: unknown, min: number, max: number, otherwise: number): number {
  if (typeof value !== 'number' || Number.isNaN(value)) return otherwise
  return Math.min(max, Math.max(min, Math.trunc(value)))
}

/** The value, if it is one of the list. */
export function oneOf<const Value extends string>(
  values: readonly Value[],
  value: unknown,
): Value | undefined {
  return values.find((each) => each === value)
}

/** The key of a member of an array, or one made of its index. */
export function keyOf(fields: Fields, index: number): string {
  const {_key: key} = fields
  return typeof key === 'string' && key ? key : `b${index}`
}

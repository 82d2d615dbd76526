/** A value that a source gives for a field, and helpers to collect and order such values. */
import type {Element} from 'hast'
import {shownText} from '../../element-text.ts'
import type {SourceRange} from '../../trace/traced-text.ts'
import {type Clue, type Clues, stringValue} from '../clues.ts'
import {type Field, type Source, TRUST} from '../trust.ts'

/** A value that a source gives for a field. */
export interface Candidate<Value> {
  source: Source
  value: Value
  /** The element that gives the value. */
  element?: Element | undefined
  /** The source range of a value from a wrapping. */
  place?: SourceRange
}

/** Order candidates by trust; those of one source keep their order. */
export function byTrust<Value>(field: Field, said: readonly Candidate<Value>[]): Candidate<Value>[] {
  const order: readonly Source[] = TRUST[field]
  return said
    .filter(({source}) => order.includes(source))
    .toSorted((a, b) => order.indexOf(a.source) - order.indexOf(b.source))
}

/** Find the first meta element with one of some names, in the order of the names. */
export function firstMeta({meta}: Clues, ...names: string[]): Clue | undefined {
  for (const name of names) {
    const [clue] = meta.get(name) ?? []
    if (clue) return clue
  }
  return undefined
}

/** List the values of meta elements, in the order of `keys`. */
export const fromMeta = (clues: Clues, source: Source, keys: readonly string[]): Candidate<string>[] =>
  keys.flatMap((key) => clues.meta.get(key) ?? []).map(({value, element}) => ({source, value, element}))

/** List the values of elements with any of some properties (microdata, RDFa). */
export const fromProperties = (clues: Clues, keys: readonly string[]): Candidate<string>[] =>
  keys
    .flatMap((key) => clues.properties.get(key) ?? [])
    .flatMap((element): Candidate<string>[] => {
      const value = stringValue(element.properties.content) ?? (shownText(element, 500) || undefined)
      return value ? [{source: 'properties', value, element}] : []
    })

/** Collapse and trim white space. */
export const collapseSpace = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** One thing that a source says of a field, and how such things are gathered and put in order. */
import type {Element} from 'hast'
import {shownText} from '../../element-text.ts'
import type {SourceRange} from '../../trace/traced-text.ts'
import {type Clue, type Clues, stringValue} from '../clues.ts'
import {type Field, type Source, TRUST} from '../trust.ts'

export interface Candidate<Value> {
  source: Source
  value: Value
  /** Where it is said. */
  element?: Element | undefined
  /** The same for what is declared outside of the page. */
  place?: SourceRange
}

/** By trust; of one source in the order given. */
export function byTrust<Value>(field: Field, said: readonly Candidate<Value>[]): Candidate<Value>[] {
  const order: readonly Source[] = TRUST[field]
  return said
    .filter(({source}) => order.includes(source))
    .toSorted((a, b) => order.indexOf(a.source) - order.indexOf(b.source))
}

export function firstMeta({meta}: Clues, ...names: string[]): Clue | undefined {
  for (const name of names) {
    const [clue] = meta.get(name) ?? []
    if (clue) return clue
  }
  return undefined
}

/** What meta elements of any of some names say, in the order of the names. */
export const fromMeta = (clues: Clues, source: Source, keys: readonly string[]): Candidate<string>[] =>
  keys.flatMap((key) => clues.meta.get(key) ?? []).map(({value, element}) => ({source, value, element}))

/** What elements that carry any of some properties (microdata, RDFa) say. */
export const fromProperties = (clues: Clues, keys: readonly string[]): Candidate<string>[] =>
  keys
    .flatMap((key) => clues.properties.get(key) ?? [])
    .flatMap((element): Candidate<string>[] => {
      const value = stringValue(element.properties.content) ?? (shownText(element, 500) || undefined)
      return value ? [{source: 'properties', value, element}] : []
    })

export const collapseSpace = (text: string): string => text.replace(/\s+/g, ' ').trim()

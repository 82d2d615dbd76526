/** Metadata that the wrappings of an article declare, as candidates. Unusable values are left out. */

import type {Metadata} from '../../types.ts'
import {cleanName, namesIn} from '../author-names.ts'
import type {Declared} from '../declared.ts'
import type {Byline} from './authors.ts'
import type {Candidate} from './candidate.ts'

/** List each wrapping's value of one field, the outermost first. */
export const declaredOf = <Field extends keyof Metadata>(
  declared: readonly Declared[],
  field: Field,
): Candidate<NonNullable<Metadata[Field]>>[] =>
  declared.flatMap(({source, fields}) => {
    const declaration = fields[field]
    return declaration ? [{source, ...declaration}] : []
  })

/** List the authors that wrappings declare: lists of names before bylines. */
export function declaredAuthors(
  declared: readonly Declared[],
  language: string | undefined,
): Candidate<Byline>[] {
  const listed = declaredOf(declared, 'authors').flatMap(({value, ...rest}): Candidate<Byline>[] => {
    const names = [...new Set(value.flatMap((name) => cleanName(name, {isStructured: true}) ?? []))]
    if (names.length === 0) return []
    return [{...rest, value: {byline: names.join(', '), authors: [...new Set(names.flatMap(namesIn))]}}]
  })
  const lines = declaredOf(declared, 'byline').flatMap(({value, ...rest}): Candidate<Byline>[] => {
    const byline = cleanName(value, {language})
    return byline ? [{...rest, value: {byline, authors: namesIn(byline)}}] : []
  })
  return [...listed, ...lines]
}

/** List the canonical addresses that wrappings declare, resolved if possible. */
export const declaredAddress = (
  declared: readonly Declared[],
  base: string | undefined,
): Candidate<string>[] =>
  declaredOf(declared, 'canonicalUrl').map(({value, ...rest}) => ({
    ...rest,
    value: URL.parse(value, base)?.href ?? value,
  }))

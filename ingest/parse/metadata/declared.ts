/** Metadata that a wrapping declares about its article: a feed, an answer of an API, the front matter of a Markdown text. */
import type {SourceRange} from '../trace/traced-text.ts'
import type {Metadata} from '../types.ts'

/** Who declares it, by its name in `trust.ts`. */
type DeclaringSource = 'feed' | 'api' | 'jsonLd' | 'frontMatter' | 'document' | 'mail' | 'capture'

/** A value as plain text, as it is written: dates are read, names cleaned and addresses checked with those of pages (`candidates/`). */
export interface Declaration<Value> {
  value: Value
  /** Where it is in the source. */
  place: SourceRange
}

/** Fields that are not declared are absent. */
export type DeclaredFields = {
  readonly [Field in keyof Metadata]?: Declaration<NonNullable<Metadata[Field]>> | undefined
}

/** The same with every field named, so that a format cannot forget a new one. */
export type EveryField = {readonly [Field in keyof Metadata]-?: DeclaredFields[Field]}

/** All fields that one wrapping declares. */
export interface Declared {
  source: DeclaringSource
  fields: DeclaredFields
}

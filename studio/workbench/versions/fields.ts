/** The differences between two scrapes of an article in fields other than the body, and which of them the editor changed too. Pure. */
import {article} from '../../../schemas/documents/article.ts'
import type {Article} from '../../../schemas/sanity.types.ts'
import {isEqual} from '../../review/decisions/equal.ts'

/** Fields that a newer scrape never changes: the body is compared block by block, and the others belong to editors or identify the article. */
type Untouched = 'body' | 'slug' | 'source' | 'canonicalUrl' | 'authors' | 'topics' | 'seo'

/** The name of a field that a newer scrape may change. */
export type FieldName = Exclude<keyof Article, `_${string}` | Untouched>

/** These fields in the order of the form. A new field of articles that is in neither list does not compile. */
const NAMES: Record<FieldName, true> = {
  title: true,
  subtitle: true,
  byline: true,
  publishedAt: true,
  modifiedAt: true,
  language: true,
  section: true,
  tags: true,
  leadImage: true,
}
const FIELDS = Object.keys(NAMES) as FieldName[]

/** The fields of one version. */
export type Fields = Readonly<Record<string, unknown>>

/** One differing field. */
export interface FieldChange {
  field: FieldName
  /** The title of the field in the form. */
  title: string
  before: unknown
  after: unknown
  mine: unknown
  /** As for changes of the body. */
  state: 'open' | 'conflict' | 'there'
}

const titleOf = (field: FieldName): string => article.fields.find(({name}) => name === field)?.title ?? field

/** The differing fields, in the order of the form, each compared with the article as it is now. */
export function fieldChangesOf(base: Fields, newer: Fields, current: Fields): FieldChange[] {
  return FIELDS.flatMap((field): FieldChange[] => {
    const [before, after, mine] = [base[field], newer[field], current[field]]
    if (isEqual(before, after)) return []
    const state = isEqual(mine, after) ? 'there' : isEqual(mine, before) ? 'open' : 'conflict'
    return [{field, title: titleOf(field), before, after, mine, state}]
  })
}

/** Fields with a new value for one of them; undefined removes the field. */
export function withField<Values extends Fields>(values: Values, field: FieldName, value: unknown): Values {
  const {[field]: _, ...rest} = values
  return (value === undefined ? rest : {...rest, [field]: value}) as Values
}

/** A value as text, for display. */
export function valueText(value: unknown): string {
  if (value === undefined || value === null) return '(nothing)'
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(valueText).join(', ')
  const {url, alt, caption} = value as {url?: string; alt?: string; caption?: string}
  return [caption ?? alt, url].filter(Boolean).join(' · ') || JSON.stringify(value)
}

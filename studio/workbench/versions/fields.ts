/** What a newer scrape changed in the fields of an article besides its body, and what of it an editor changed too. Pure. */
import {isEqual} from '../../review/decisions/equal.ts'

/** Fields that a newer scrape may change, as an editor reads them. The address and the source are not the page's to change. */
const FIELDS = {
  title: 'Title',
  subtitle: 'Subtitle',
  byline: 'Byline',
  publishedAt: 'Published at',
  modifiedAt: 'Changed at',
  language: 'Language',
  section: 'Section',
  tags: 'Tags',
  leadImage: 'Lead image',
} as const

export type FieldName = keyof typeof FIELDS
export type Fields = Readonly<Record<string, unknown>>

export interface FieldChange {
  field: FieldName
  /** For an editor. */
  name: string
  before: unknown
  after: unknown
  mine: unknown
  state: 'open' | 'conflict' | 'there'
}

/** Changes between two versions, in the order of the form, and how each stands to the article as it is. */
export function fieldChangesOf(base: Fields, newer: Fields, current: Fields): FieldChange[] {
  return (Object.keys(FIELDS) as FieldName[]).flatMap((field): FieldChange[] => {
    const [before, after, mine] = [base[field], newer[field], current[field]]
    if (isEqual(before, after)) return []
    const state = isEqual(mine, after) ? 'there' : isEqual(mine, before) ? 'open' : 'conflict'
    return [{field, name: FIELDS[field], before, after, mine, state}]
  })
}

/** Fields with one of them as another version has it; a field that it has not is taken away. */
export function withField<Values extends Fields>(values: Values, field: FieldName, value: unknown): Values {
  const {[field]: _, ...rest} = values
  return (value === undefined ? rest : {...rest, [field]: value}) as Values
}

/** A value as text, for showing. */
export function shown(value: unknown): string {
  if (value === undefined || value === null) return '(nothing)'
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(shown).join(', ')
  const {url, alt, caption} = value as {url?: string; alt?: string; caption?: string}
  return [caption ?? alt, url].filter(Boolean).join(' · ') || JSON.stringify(value)
}

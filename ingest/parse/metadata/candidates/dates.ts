/** Dates of publication and last change, by source. */
import {shownText} from '../../element-text.ts'
import {type Clues, stringValue} from '../clues.ts'
import {findDate, toIsoDate} from '../dates/index.ts'
import type {ShownMetadata} from '../shown.ts'
import type {Field} from '../trust.ts'
import {byTrust, type Candidate, fromMeta} from './candidate.ts'

/** Dates that the page declares outside meta elements. */
export interface Declared {
  profile: readonly Candidate<string>[]
  /** From the wrappings of the article. */
  wrapping: readonly Candidate<string>[]
  /** From the JSON-LD of the article, and of its page. */
  article: readonly Candidate<string>[]
  page: readonly Candidate<string>[]
}

/** Names of dates in OpenGraph, in other meta elements, and in properties of the text. */
const NAMES = {
  publishedAt: {
    openGraph: [
      'article:published_time',
      'article:published',
      'og:article:published_time',
      'og:published_time',
      'og:publish_date',
    ],
    meta: [
      'datepublished',
      'date',
      'dc.date',
      'dc.date.issued',
      'dcterms.date',
      'dcterms.created',
      'dcterms.issued',
      'dc.date.created',
      'pubdate',
      'publishdate',
      'publish-date',
      'publish_date',
      'published-date',
      'publication_date',
      'date-pub',
      'parsely-pub-date',
      'sailthru.date',
      'citation_publication_date',
      'citation_date',
      'cxenseparse:recs:publishtime',
      'article.published',
      'article_date_original',
      'originalpublicationdate',
      'creation_date',
      'release_date',
      'rnews:datepublished',
    ],
    properties: ['datepublished', 'date', 'issued', 'created'],
  },
  modifiedAt: {
    openGraph: ['article:modified_time', 'og:updated_time', 'article:updated_time', 'article:modified'],
    meta: [
      'datemodified',
      'dcterms.modified',
      'dc.date.modified',
      'lastmod',
      'last-modified',
      'revision_date',
    ],
    properties: ['datemodified', 'modified'],
  },
} as const

/** List the values of one date by source, as ISO dates, ordered by trust. `url` may contain the day. */
export function datesOf(
  field: keyof typeof NAMES,
  {
    clues,
    declared,
    shown,
    url,
    language,
  }: {
    clues: Clues
    declared: Declared
    shown: ShownMetadata
    url: string | undefined
    language: string | undefined
  },
): Candidate<string>[] {
  const {openGraph, meta, properties} = NAMES[field]
  const isPublished = field === 'publishedAt'
  return dated(
    field,
    [
      ...declared.profile,
      ...declared.wrapping,
      ...declared.article,
      ...fromMeta(clues, 'openGraph', openGraph),
      ...fromMeta(clues, 'meta', meta),
      ...dateProperties(clues, properties, language),
      ...(isPublished ? shown.published : shown.updated).map((said) => ({source: 'shown', ...said}) as const),
      ...declared.page,
      ...(isPublished ? dateOfAddress(url) : []),
    ],
    language,
  )
}

/** Read the date in an address such as `/2026/01/31/rain`: publishing systems put the day of publication there. */
function dateOfAddress(url: string | undefined): Candidate<string>[] {
  const [, year, month, day] =
    /\/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?:[/-]|$)/.exec(URL.parse(url ?? '')?.pathname ?? '') ?? []
  return year && month && day
    ? [{source: 'address', value: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`}]
    : []
}

function dateProperties(
  clues: Clues,
  keys: readonly string[],
  language: string | undefined,
): Candidate<string>[] {
  return keys
    .flatMap((key) => clues.properties.get(key) ?? [])
    .flatMap((element): Candidate<string>[] => {
      const {dateTime, content} = element.properties
      const value =
        toIsoDate(stringValue(dateTime) ?? stringValue(content), language) ??
        findDate(shownText(element, 200), language)
      return value ? [{source: 'properties', value, element}] : []
    })
}

const dated = (
  field: Field,
  said: readonly Candidate<string>[],
  language: string | undefined,
): Candidate<string>[] =>
  byTrust(field, said).flatMap(({value, ...rest}) => {
    const date = toIsoDate(value, language)
    return date ? [{...rest, value: date}] : []
  })

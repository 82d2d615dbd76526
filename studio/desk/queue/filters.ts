/** Which articles the queue shows: as search parameters of the page's address, and as a GROQ filter. Pure. */
import {REVIEW_STATUSES, type ReviewStatus} from '../../../schemas/names.ts'
import {OPEN_FINDING} from '../../review/findings.ts'

/** The lists of the desk, in the order of their buttons. */
export const LISTS = ['needsReview', 'inReview', 'rejected'] as const satisfies readonly ReviewStatus[]
/** The status of the articles in one of the lists. */
export type ListStatus = (typeof LISTS)[number]

/** What narrows the queue. An absent filter shows everything. */
export interface Filters {
  status: ReviewStatus
  /** Name of a source. */
  source?: string
  /** BCP 47 tag. */
  language?: string
  /** Only articles with open findings of at least this severity. */
  severity?: 'error' | 'warning'
  /** User id. */
  assignee?: string
  /** At most this many days since the article arrived. */
  days?: number
  /** Code of an open finding of the article. */
  code?: string
  /** Words of the title or of the name of the source. */
  search?: string
}

/** Names and values, as the Studio's router takes them. */
export type SearchParams = [string, string][]

const TEXTS = ['source', 'language', 'assignee', 'code', 'search'] as const

/** The filters in an address. Unknown parameters and values are ignored. */
export function filtersOf(params: Iterable<readonly string[]>): Filters {
  const given = new Map(Array.from(params, ([key = '', value = '']) => [key, value]))
  const filters: Filters = {
    status: REVIEW_STATUSES.find((status) => status === given.get('status')) ?? 'needsReview',
  }
  for (const key of TEXTS) {
    const value = given.get(key)?.trim()
    if (value) filters[key] = value
  }
  const severity = given.get('severity')
  if (severity === 'error' || severity === 'warning') filters.severity = severity
  const days = Number(given.get('days'))
  if (Number.isInteger(days) && days > 0) filters.days = days
  return filters
}

/** Filters as search parameters, in a fixed order. The first list needs none. */
export function paramsOf({status, severity, days, ...texts}: Filters): SearchParams {
  return [
    ...(status === 'needsReview' ? [] : ([['status', status]] as SearchParams)),
    ...(severity ? ([['severity', severity]] as SearchParams) : []),
    ...(days ? ([['days', String(days)]] as SearchParams) : []),
    ...TEXTS.flatMap((key): SearchParams => (texts[key] ? [[key, texts[key]]] : [])),
  ]
}

/** Whether anything but the choice of a list narrows the queue. */
export const isFiltered = (filters: Filters): boolean =>
  paramsOf({...filters, status: 'needsReview'}).length > 0

/**
 * Filters as a GROQ filter over reviews, with its parameters.
 *
 * @param now in milliseconds since 1970
 */
export function groqOf(filters: Filters, now: number): {filter: string; params: Record<string, unknown>} {
  const {status, source, language, severity, assignee, days, code, search} = filters
  const parts: [string, Record<string, unknown>?][] = [['_type == "review"'], ['status == $status', {status}]]
  if (source) parts.push(['sourceName == $source', {source}])
  if (language) parts.push(['language == $language', {language}])
  if (severity) {
    const severities = severity === 'error' ? ['error'] : ['error', 'warning']
    parts.push([`count(findings[severity in $severities && ${OPEN_FINDING}]) > 0`, {severities}])
  }
  if (assignee) parts.push(['assignee == $assignee', {assignee}])
  if (days) parts.push(['_createdAt >= $since', {since: new Date(now - days * 86_400_000).toISOString()}])
  if (code) parts.push([`$code in findings[${OPEN_FINDING}].code`, {code}])
  const words = search?.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  if (words.length > 0)
    parts.push(['[title, sourceName] match $words', {words: words.map((word) => `${word}*`)}])
  return {
    filter: parts.map(([part]) => part).join(' && '),
    params: Object.assign({}, ...parts.map(([, params]) => params ?? {})),
  }
}

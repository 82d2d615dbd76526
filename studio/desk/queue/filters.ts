/** What of the queue is shown, as the address of the page keeps it and as a query asks for it. Pure. */
import {REVIEW_STATUSES, type ReviewStatus} from '../../../schemas/names.ts'

export interface Filters {
  status: ReviewStatus
  /** Name of a source. */
  source?: string
  /** BCP 47 tag. */
  language?: string
  /** Only articles with open findings at least so severe. */
  severity?: 'error' | 'warning'
  /** User id. */
  assignee?: string
  /** Days since the article came in, at most. */
  days?: number
  /** Code of an open finding of the article. */
  code?: string
  /** Words of the title or of the source's name. */
  search?: string
}

export type SearchParams = [string, string][]

const TEXTS = ['source', 'language', 'assignee', 'code', 'search'] as const

/** Filters of an address; what is not known is left out. */
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

/** The same as search parameters, in a fixed order; the first list needs none. */
export function paramsOf({status, severity, days, ...texts}: Filters): SearchParams {
  return [
    ...(status === 'needsReview' ? [] : ([['status', status]] as SearchParams)),
    ...(severity ? ([['severity', severity]] as SearchParams) : []),
    ...(days ? ([['days', String(days)]] as SearchParams) : []),
    ...TEXTS.flatMap((key): SearchParams => (texts[key] ? [[key, texts[key]]] : [])),
  ]
}

/** A finding that nobody has decided about, in GROQ: what `isOpen` says of a stored one. */
export const OPEN = '!defined(resolution)'

/** A GROQ filter over reviews and its parameters. `now` in milliseconds since 1970. */
export function groqOf(filters: Filters, now: number): {filter: string; params: Record<string, unknown>} {
  const {status, source, language, severity, assignee, days, code, search} = filters
  const parts: [string, Record<string, unknown>?][] = [['_type == "review"'], ['status == $status', {status}]]
  if (source) parts.push(['sourceName == $source', {source}])
  if (language) parts.push(['language == $language', {language}])
  if (severity) {
    const severities = severity === 'error' ? ['error'] : ['error', 'warning']
    parts.push([`count(findings[severity in $severities && ${OPEN}]) > 0`, {severities}])
  }
  if (assignee) parts.push(['assignee == $assignee', {assignee}])
  if (days) parts.push(['_createdAt >= $since', {since: new Date(now - days * 86_400_000).toISOString()}])
  if (code) parts.push([`$code in findings[${OPEN}].code`, {code}])
  const words = search?.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  if (words.length > 0)
    parts.push(['[title, sourceName] match $words', {words: words.map((word) => `${word}*`)}])
  return {
    filter: parts.map(([part]) => part).join(' && '),
    params: Object.assign({}, ...parts.map(([, params]) => params ?? {})),
  }
}

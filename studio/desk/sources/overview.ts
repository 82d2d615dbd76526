/** What is known about a source: the query for its articles and findings, and its profile in words. Pure. */
import type {ReviewStatus} from '../../../schemas/names.ts'
import type {SourceProfile} from '../../../schemas/sanity.types.ts'
import {OPEN_FINDING} from '../../review/findings.ts'

/** Articles whose findings are counted at most, the newest first. */
export const MAX_COUNTED = 200
/** Articles that are listed at most. */
const MAX_LISTED = 15

/** An article in the list of the newest. */
export interface ListedArticle {
  _id: string
  article: string
  title: string | null
  status: ReviewStatus
  _createdAt: string
  error: number
  warning: number
}

/** The result of the query. */
export interface Overview {
  total: number
  waiting: number
  inReview: number
  rejected: number
  /** The codes of the findings of each counted article, without repetitions. */
  codes: (string[] | null)[]
  listed: ListedArticle[]
}

const OF = '*[_type == "review" && sourceName == $name]'

/** Counts and lists the articles of a source. */
export const OVERVIEW = `{
  "total": count(${OF}),
  "waiting": count(${OF}[status == "needsReview"]),
  "inReview": count(${OF}[status == "inReview"]),
  "rejected": count(${OF}[status == "rejected"]),
  "codes": ${OF} | order(_createdAt desc)[0...${MAX_COUNTED}]{
    "codes": array::unique(findings[severity in ["error", "warning"]].code)
  }.codes,
  "listed": ${OF} | order(_createdAt desc)[0...${MAX_LISTED}]{
    _id, title, status, _createdAt, "article": article._ref,
    "error": count(findings[severity == "error" && ${OPEN_FINDING}]),
    "warning": count(findings[severity == "warning" && ${OPEN_FINDING}])
  }
}`

/** How often a kind of finding occurs. */
export interface Frequency {
  code: string
  /** Articles that have such a finding. */
  articles: number
  /** Their share of the counted articles, from 0 to 1. */
  share: number
}

/** How often each kind of finding occurs, the most frequent first. */
export function frequencies(codes: Overview['codes']): Frequency[] {
  const counts = new Map<string, number>()
  for (const list of codes) for (const code of list ?? []) counts.set(code, (counts.get(code) ?? 0) + 1)
  return [...counts]
    .map(([code, articles]) => ({code, articles, share: articles / codes.length}))
    .toSorted((a, b) => b.articles - a.articles || (a.code < b.code ? -1 : 1))
}

/** A profile in sentences, for editors who do not read CSS selectors. Empty if the profile changes nothing. */
export function describeProfile(profile: Partial<SourceProfile> | undefined): string[] {
  const {keep = [], remove = [], title, byline, date, isArticle} = profile ?? {}
  const quoted = (selectors: readonly string[]) => selectors.map((selector) => `“${selector}”`).join(', ')
  return [
    ...(keep.length > 0 ? [`Only text inside ${quoted(keep)} is kept.`] : []),
    ...(remove.length > 0 ? [`Text inside ${quoted(remove)} is removed.`] : []),
    ...(title ? [`The title is taken from “${title}”.`] : []),
    ...(byline ? [`The byline is taken from “${byline}”.`] : []),
    ...(date ? [`The date is taken from “${date}”.`] : []),
    ...(isArticle ? [`A page without “${isArticle}” is not an article and is skipped.`] : []),
  ]
}

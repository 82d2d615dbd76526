/** What came of a source lately, as the Studio reads it and says it. Pure. */
import type {ReviewStatus} from '../../../schemas/names.ts'
import type {SourceProfile} from '../../../schemas/sanity.types.ts'

/** Articles whose findings are counted, the newest first. */
export const COUNTED = 200
/** Articles that are listed. */
const LISTED = 15

export interface Listed {
  _id: string
  article: string
  title: string | null
  status: ReviewStatus
  _createdAt: string
  error: number
  warning: number
}

export interface Overview {
  total: number
  waiting: number
  inReview: number
  rejected: number
  /** Codes of the findings of each article that is counted, each once. */
  codes: (string[] | null)[]
  listed: Listed[]
}

const OF = '*[_type == "review" && sourceName == $name]'
const OPEN = '!defined(resolution)'

export const OVERVIEW = `{
  "total": count(${OF}),
  "waiting": count(${OF}[status == "needsReview"]),
  "inReview": count(${OF}[status == "inReview"]),
  "rejected": count(${OF}[status == "rejected"]),
  "codes": ${OF} | order(_createdAt desc)[0...${COUNTED}]{
    "codes": array::unique(findings[severity in ["error", "warning"]].code)
  }.codes,
  "listed": ${OF} | order(_createdAt desc)[0...${LISTED}]{
    _id, title, status, _createdAt, "article": article._ref,
    "error": count(findings[severity == "error" && ${OPEN}]),
    "warning": count(findings[severity == "warning" && ${OPEN}])
  }
}`

export interface Frequency {
  code: string
  /** Articles that have it. */
  articles: number
  /** Of all that were counted, from 0 to 1. */
  share: number
}

/** How often which finding occurs, the most frequent first. */
export function frequencies(codes: Overview['codes']): Frequency[] {
  const counts = new Map<string, number>()
  for (const list of codes) for (const code of list ?? []) counts.set(code, (counts.get(code) ?? 0) + 1)
  return [...counts]
    .map(([code, articles]) => ({code, articles, share: articles / codes.length}))
    .toSorted((a, b) => b.articles - a.articles || (a.code < b.code ? -1 : 1))
}

/** A profile in sentences, for people who do not read selectors; none where it says nothing. */
export function sentencesOf(profile: Partial<SourceProfile> | undefined): string[] {
  const {keep = [], remove = [], title, byline, date, isArticle} = profile ?? {}
  const quoted = (selectors: readonly string[]) => selectors.map((selector) => `“${selector}”`).join(', ')
  return [
    ...(keep.length > 0 ? [`Of a page only what stands in ${quoted(keep)} is the article.`] : []),
    ...(remove.length > 0 ? [`What stands in ${quoted(remove)} is left out, wherever it is.`] : []),
    ...(title ? [`The title is taken from “${title}”.`] : []),
    ...(byline ? [`The byline is taken from “${byline}”.`] : []),
    ...(date ? [`The date is taken from “${date}”.`] : []),
    ...(isArticle ? [`A page without “${isArticle}” is no article and is set aside.`] : []),
  ]
}

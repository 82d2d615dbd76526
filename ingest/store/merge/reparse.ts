/**
 * Decide what to write when stored bytes are parsed again. Pure.
 *
 * It is a three-way merge of the base (what the machine last wrote), the current article, and the new result of
 * parsing. A field that an editor changed stays; any other field gets its new value. A body of which an editor changed nothing but to
 * put back what was left out gets its new value too, with the same put back. Published documents are never changed: the change is
 * written as a draft.
 */
import {isDeepStrictEqual} from 'node:util'
import type {Mutation} from '@sanity/client'
import type {BodyBlock} from '../../../schemas/body.ts'
import type {ArticleFields, FindingValue, ReviewDocument} from '../draft/documents.ts'
import {countFindings, priorityOf} from '../draft/priority.ts'
import {bodyWithPutBacks, findingsWithDecisions} from './put-backs.ts'

type Fields = Record<string, unknown>
interface StoredArticle extends Fields {
  _id: string
  _rev: string
}
interface StoredReview extends Partial<ReviewDocument> {
  _id: string
  _rev: string
}

/** The stored documents of an article. */
export interface Stored {
  draft?: StoredArticle
  published?: StoredArticle
  review: StoredReview
}

/** What parsing the bytes again resulted in. */
export interface Now {
  fields: ArticleFields
  review: ReviewDocument
}

/** What to write, and what it changes. */
export interface Merge {
  /** Fields that get a new value. */
  changed: string[]
  /** Their new values; undefined removes a field. */
  values: Readonly<Record<string, unknown>>
  /** Fields that would get a new value, but that an editor changed. */
  kept: string[]
  /** Empty if there is nothing to write. */
  mutations: Mutation[]
}

/** Fields that parsing again never changes: the publisher, and the URL that readers know. */
const fixed = (stored: Stored): ReadonlySet<string> =>
  new Set(['_id', '_type', 'source', ...(stored.published ? ['slug'] : [])])

/** Merge the result of parsing again into the stored article and its review. */
export function mergeReparsed(stored: Stored, now: Now): Merge {
  const current = stored.draft ?? stored.published
  const base = parseBase(stored.review.base)
  if (!current || !base) return {changed: [], values: {}, kept: [], mutations: []}
  // Through JSON, which is how it was stored.
  const fresh = JSON.parse(JSON.stringify(now.fields)) as Fields
  const isFixed = fixed(stored)
  const moved = [...new Set([...Object.keys(base), ...Object.keys(fresh)])].filter(
    (field) => !isFixed.has(field) && !isDeepStrictEqual(base[field], fresh[field]),
  )
  if (moved.length === 0) return {changed: [], values: {}, kept: [], mutations: fingerprinted(stored, now)}
  const wanted = moved.includes('body') ? withPutBacks(stored, {base, current, fresh}) : fresh
  const isEdited = (field: string): boolean =>
    !isDeepStrictEqual(current[field], base[field]) && (field !== 'body' || wanted.body === fresh.body)
  const differs = (field: string): boolean => !isDeepStrictEqual(current[field], wanted[field])
  const kept = moved.filter((field) => isEdited(field) && differs(field))
  const changed = moved.filter((field) => !kept.includes(field) && differs(field))
  return {
    changed,
    values: Object.fromEntries(changed.map((field) => [field, wanted[field]])),
    kept,
    mutations: [
      ...(changed.length > 0 ? [articleMutation(stored, wanted, changed)] : []),
      reviewMutation(stored, now, {base, fresh, kept, changed}),
    ],
  }
}

/** The fresh fields, the body with what an editor put back into it; the same fields if the editor did more or nothing. */
function withPutBacks(
  {review}: Stored,
  {base, current, fresh}: Record<'base' | 'current' | 'fresh', Fields>,
): Fields {
  const bodyOf = ({body}: Fields) => (body ?? []) as readonly BodyBlock[]
  const body = bodyWithPutBacks(review.findings ?? [], {
    base: bodyOf(base),
    current: bodyOf(current),
    fresh: bodyOf(fresh),
  })
  return body ? {...fresh, body} : fresh
}

function articleMutation({draft, published}: Stored, wanted: Fields, changed: readonly string[]): Mutation {
  const set = Object.fromEntries(
    changed.filter((field) => wanted[field] !== undefined).map((field) => [field, wanted[field]]),
  )
  const unset = changed.filter((field) => wanted[field] === undefined)
  if (draft) {
    return {
      patch: {
        id: draft._id,
        // The patch requires the revision that was read: a change in between is a conflict and leads to a new merge.
        ifRevisionID: draft._rev,
        ...(Object.keys(set).length > 0 && {set}),
        ...(unset.length > 0 && {unset}),
      },
    }
  }
  const {_id, _rev, _createdAt, _updatedAt, ...rest} = published as StoredArticle
  const fields = Object.fromEntries(
    Object.entries({...rest, ...set}).filter(([field]) => !unset.includes(field)),
  )
  return {create: {...fields, _id: `drafts.${_id}`, _type: 'article'}}
}

interface Outcome {
  base: Fields
  fresh: Fields
  kept: readonly string[]
  changed: readonly string[]
}

/** A review without fingerprints, from an earlier version, gets them. */
function fingerprinted({review}: Stored, now: Now): Mutation[] {
  const {bands} = now.review
  if (review.bands || !bands) return []
  return [{patch: {id: review._id, ifRevisionID: review._rev, set: {bands}}}]
}

/** The review follows the body: the findings of a body that stays are kept. */
function reviewMutation({review}: Stored, now: Now, {base, fresh, kept, changed}: Outcome): Mutation {
  const isBodyKept = kept.includes('body')
  const nextBase = isBodyKept ? {...fresh, body: base.body} : fresh
  const before = review.findings ?? []
  const after = isBodyKept
    ? before
    : carryResolutions(before, now.review.findings ?? [], (fresh.body ?? []) as readonly BodyBlock[])
  const findings = [
    ...after.filter(({_key}) => _key !== KEPT_KEY),
    ...(kept.length > 0 ? [keptFinding(kept)] : []),
  ]
  const counts = countFindings(findings)
  const {title, language, blockSources, bands} = now.review
  return {
    patch: {
      id: review._id,
      ifRevisionID: review._rev,
      set: {
        base: JSON.stringify(nextBase),
        findings,
        counts,
        priority: priorityOf(counts),
        pipelineVersion: now.review.pipelineVersion,
        ...(!isBodyKept && {blockSources, bands}),
        ...(changed.includes('title') && title !== undefined && {title}),
        ...(changed.includes('language') && language !== undefined && {language}),
        // The approval was for the earlier text.
        ...(changed.length > 0 && review.status === 'approved' && {status: 'needsReview'}),
      },
    },
  }
}

/** A finding that is reported again keeps its resolution; a finding that is not from the parser stays. */
const carryResolutions = (
  before: readonly FindingValue[],
  after: readonly FindingValue[],
  fresh: readonly BodyBlock[],
): FindingValue[] => [
  ...findingsWithDecisions(before, after, fresh),
  ...before.filter(({code}) => code === 'source-changed'),
]

const KEPT_KEY = 'reparse-kept'

function keptFinding(kept: readonly string[]): FindingValue {
  return {
    _type: 'finding',
    _key: KEPT_KEY,
    code: 'reparse-kept',
    severity: 'warning',
    message: `The page was parsed again, with a different result for: ${kept.join(', ')}. The editor’s version was kept.`,
    action: 'suggested',
    targets: [],
    ranges: [],
  }
}

function parseBase(base: string | undefined): Fields | undefined {
  return base === undefined ? undefined : (JSON.parse(base) as Fields)
}

/**
 * Station 13: decide what to write, given what is stored. Pure.
 *
 * | stored | then |
 * |---|---|
 * | the scrape | nothing: it has been here |
 * | the article, draft or published, or its review | the scrape is kept and flagged on the review; the article is not touched |
 * | nothing | scrape, draft, review, and the source if it is new |
 *
 * A review without an article belongs to a draft that an editor deleted; it is never created again. Nothing here
 * replaces a document, so an editor's work cannot be overwritten, even if inputs are replayed.
 */
import type {Mutation} from '@sanity/client'
import type {Drafted, FindingValue, ReviewDocument} from '../draft/documents.ts'
import {countFindings, priorityOf} from '../draft/priority.ts'
import type {Found, StoredReview} from './found.ts'

/** What to write; nothing if the scrape is stored already. */
export type Decision = {outcome: 'unchanged'} | {outcome: 'created' | 'changed'; mutations: Mutation[]}

/** Decide what to write for a scrape. */
export function decide(drafted: Drafted, found: Found): Decision {
  if (found.scrapeRev !== undefined) return {outcome: 'unchanged'}
  if (found.review) return {outcome: 'changed', mutations: flag(drafted, found.review)}
  if (found.hasArticle) return {outcome: 'changed', mutations: openReview(drafted)}
  return {
    outcome: 'created',
    mutations: [
      // First, since the draft references it.
      ...(drafted.source ? [{createIfNotExists: drafted.source}] : []),
      {create: drafted.scrape},
      {create: drafted.article},
      {create: drafted.review},
    ],
  }
}

/** Store the scrape, and flag it on the existing review. */
function flag(drafted: Drafted, review: StoredReview): Mutation[] {
  const finding = sourceChanged(drafted, review)
  const counts = countFindings([...(review.findings ?? []), finding])
  return [
    {create: drafted.scrape},
    {
      patch: {
        id: drafted.review._id,
        // The patch requires the revision that was read: a change in between is a conflict and leads to a new decision.
        ifRevisionID: review._rev,
        setIfMissing: {newerScrapes: [], findings: []},
        set: {
          counts,
          priority: priorityOf(counts),
          // The new text, which an editor compares block by block; not needed if the text is the same.
          ...(review.base !== drafted.review.base && {newerBase: drafted.review.base}),
        },
        insert: {after: 'newerScrapes[-1]', items: [newerScrape(drafted)]},
      },
    },
    // A patch can contain only one insert, so the second one is a separate patch in the same transaction.
    {patch: {id: drafted.review._id, insert: {after: 'findings[-1]', items: [finding]}}},
  ]
}

/** An article that the pipeline did not create gets a review with the scrape, and without a base to merge from. */
function openReview(drafted: Drafted): Mutation[] {
  const {base: _base, scrape: _scrape, blockSources: _sources, ...review} = drafted.review
  const findings = [sourceChanged(drafted, {})]
  const counts = countFindings(findings)
  const opened: ReviewDocument = {
    ...review,
    newerScrapes: [newerScrape(drafted)],
    findings,
    counts,
    priority: priorityOf(counts),
  }
  return [{create: drafted.scrape}, {create: opened}]
}

function newerScrape(drafted: Drafted): NonNullable<ReviewDocument['newerScrapes']>[number] {
  return {_type: 'reference', _key: keyOf(drafted), _ref: drafted.scrape._id, _weak: true}
}

/** One for each scrape: two scrapes never share a hash. */
function keyOf(drafted: Drafted): string {
  return drafted.scrape.hash.slice(0, 12)
}

/** A warning if the article itself changed; an info if only the page around it changed. */
function sourceChanged(drafted: Drafted, review: Pick<StoredReview, 'base'>): FindingValue {
  const isSame = review.base !== undefined && review.base === drafted.review.base
  return {
    _type: 'finding',
    _key: `source-changed-${keyOf(drafted)}`,
    code: 'source-changed',
    severity: isSame ? 'info' : 'warning',
    message: isSame
      ? 'The page was scraped again. The page has changed, but the article has not.'
      : 'The page was scraped again, and the article has changed. The newer scrape was kept, and nothing was changed here.',
    action: 'suggested',
    targets: [],
    ranges: [],
  }
}

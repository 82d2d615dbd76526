import {bandsOf} from '../../../schemas/similarity/fingerprint.ts'
import {plainTextOf} from '../../../schemas/similarity/text.ts'
import type {SourceRange} from '../../parse/trace/traced-text.ts'
import type {Finding, ParseResult} from '../../parse/types.ts'
import type {ArticleFields, BlockSourceValue, FindingValue, KeyedRange, ReviewDocument} from './documents.ts'
import {reviewIdOf, scrapeIdOf} from './ids.ts'
import {countFindings, priorityOf} from './priority.ts'

/** The key of a range is its start, since ranges do not overlap. A second one with the same start gets a suffix. */
function keyedRanges(ranges: readonly SourceRange[]): KeyedRange[] {
  const seen = new Map<string, number>()
  return ranges.map(({start, end}) => ({
    _type: 'sourceRange',
    _key: uniqueKey(`r${start}`, seen),
    start,
    end,
  }))
}

function uniqueKey(key: string, seen: Map<string, number>): string {
  const times = (seen.get(key) ?? 0) + 1
  seen.set(key, times)
  return times === 1 ? key : `${key}-${times}`
}

/** A finding as it is stored: array items with keys, the suggestion as JSON. */
function findingValue(finding: Finding): FindingValue {
  const seen = new Map<string, number>()
  return {
    _type: 'finding',
    _key: finding._key,
    code: finding.code,
    severity: finding.severity,
    message: finding.message,
    action: finding.action,
    targets: finding.targets.map(({blockKey, path}) => ({
      _type: 'findingTarget',
      _key: uniqueKey(`t-${blockKey}`, seen),
      blockKey,
      ...(path !== undefined && {path}),
    })),
    ranges: keyedRanges(finding.ranges),
    ...(finding.before !== undefined && {before: finding.before}),
    ...(finding.after !== undefined && {after: finding.after}),
    ...(finding.suggestion && {suggestion: JSON.stringify(finding.suggestion)}),
  }
}

/** The review of a new article. */
export function reviewDocument(
  result: ParseResult,
  context: {
    articleId: string
    hash: string
    fields: ArticleFields
    sourceName?: string | undefined
    pipelineVersion: string
  },
): ReviewDocument {
  const {title, language} = result.article
  const counts = countFindings(result.findings)
  const seen = new Map<string, number>()
  return {
    _id: reviewIdOf(context.articleId),
    _type: 'review',
    article: {_type: 'reference', _ref: context.articleId, _weak: true},
    status: 'needsReview',
    priority: priorityOf(counts),
    counts,
    ...(title !== undefined && {title}),
    ...(context.sourceName !== undefined && {sourceName: context.sourceName}),
    ...(language !== undefined && {language}),
    scrape: {_type: 'reference', _ref: scrapeIdOf(context.hash), _weak: true},
    findings: result.findings.map(findingValue),
    blockSources: result.blockSources.map(
      ({blockKey, ranges}): BlockSourceValue => ({
        _type: 'blockSource',
        _key: uniqueKey(blockKey, seen),
        blockKey,
        ranges: keyedRanges(ranges),
      }),
    ),
    bands: bandsOf(plainTextOf(result.article.body)),
    base: JSON.stringify(context.fields),
    pipelineVersion: context.pipelineVersion,
  }
}

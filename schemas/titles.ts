/**
 * Titles of the names in `names.ts`, for editors. Each map is keyed by the union, so that a new name without a title
 * does not compile.
 */
import type {
  BlockStyle,
  Decision,
  Decorator,
  FindingAction,
  ListItem,
  Resolution,
  ReviewStatus,
  Severity,
} from './names.ts'

/** Titles of text styles. */
export const STYLE_TITLES: Record<BlockStyle, string> = {
  normal: 'Paragraph',
  h2: 'Heading 2',
  h3: 'Heading 3',
  h4: 'Heading 4',
  blockquote: 'Quote',
}

/** Titles of list types. */
export const LIST_TITLES: Record<ListItem, string> = {bullet: 'Bulleted list', number: 'Numbered list'}

/** Titles of decorators. */
export const DECORATOR_TITLES: Record<Decorator, string> = {
  strong: 'Bold',
  em: 'Italic',
  underline: 'Underline',
  'strike-through': 'Strike through',
  code: 'Code',
  sub: 'Subscript',
  sup: 'Superscript',
  latex: 'Formula',
}

/** Titles of severities. */
export const SEVERITY_TITLES: Record<Severity, string> = {error: 'Error', warning: 'Warning', info: 'Note'}

/** Titles of what the pipeline did about a finding. */
export const ACTION_TITLES: Record<FindingAction, string> = {
  applied: 'Repaired',
  'applied-check': 'Repaired, please check',
  suggested: 'Suggestion',
}

/** Titles of review statuses, which are also the names of the lists. */
export const STATUS_TITLES: Record<ReviewStatus, string> = {
  needsReview: 'Needs review',
  inReview: 'In review',
  approved: 'Approved',
  rejected: 'Rejected',
}

/** Titles of decisions about articles. */
export const DECISION_TITLES: Record<Decision, string> = {
  assigned: 'Assigned',
  handed: 'Handed over',
  linked: 'Linked',
  approved: 'Approved',
  published: 'Published',
  rejected: 'Rejected',
  reopened: 'Sent back',
  unpublished: 'Unpublished',
  deleted: 'Deleted',
}

/** Titles of decisions about findings. */
export const RESOLUTION_TITLES: Record<Resolution, string> = {
  kept: 'Kept',
  reverted: 'Reverted',
  applied: 'Applied',
  dismissed: 'Dismissed',
}

/** The `options.list` of a field whose values are these names. */
export function listOf<Name extends string>(
  names: readonly Name[],
  titles: Record<Name, string>,
): {title: string; value: Name}[] {
  return names.map((value) => ({title: titles[value], value}))
}

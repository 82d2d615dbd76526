/**
 * What editors read for the names in `names.ts`. Each map is keyed by the union, so that a new name without a title
 * fails to compile.
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

export const STYLE_TITLES: Record<BlockStyle, string> = {
  normal: 'Paragraph',
  h2: 'Heading 2',
  h3: 'Heading 3',
  h4: 'Heading 4',
  blockquote: 'Quote',
}

export const LIST_TITLES: Record<ListItem, string> = {bullet: 'Bulleted list', number: 'Numbered list'}

export const DECORATOR_TITLES: Record<Decorator, string> = {
  strong: 'Bold',
  em: 'Italic',
  underline: 'Underline',
  'strike-through': 'Strike through',
  code: 'Code',
  sub: 'Subscript',
  sup: 'Superscript',
}

export const SEVERITY_TITLES: Record<Severity, string> = {error: 'Error', warning: 'Warning', info: 'Note'}

export const ACTION_TITLES: Record<FindingAction, string> = {
  applied: 'Repaired',
  'applied-check': 'Repaired, please check',
  suggested: 'Suggestion',
}

export const STATUS_TITLES: Record<ReviewStatus, string> = {
  needsReview: 'Needs review',
  inReview: 'In review',
  approved: 'Approved',
  rejected: 'Rejected',
}

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

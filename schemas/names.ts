/** Names that documents carry, as plain data: the one list that schema, pipeline, desk and renderers share. */

/** Types of the blocks of a body that are not text. */
export const BLOCK_TYPES = ['table', 'figure', 'code', 'embed', 'divider'] as const
/** Styles of a text block. The title is a field, so headings start at the second level. */
export const BLOCK_STYLES = ['normal', 'h2', 'h3', 'h4', 'blockquote'] as const
export const LIST_ITEMS = ['bullet', 'number'] as const
export const DECORATORS = ['strong', 'em', 'underline', 'strike-through', 'code', 'sub', 'sup'] as const
export const ANNOTATIONS = ['link'] as const
/** What a table cell may hold: text blocks with these list types and decorators, and links. */
export const CELL_LIST_ITEMS = LIST_ITEMS
export const CELL_DECORATORS = ['strong', 'em', 'code'] as const

export const SEVERITIES = ['error', 'warning', 'info'] as const
export const FINDING_ACTIONS = ['applied', 'applied-check', 'suggested'] as const
/** "Published" is derived from the article, so it is not stored. */
export const REVIEW_STATUSES = ['needsReview', 'inReview', 'approved', 'rejected'] as const
export const DECISIONS = [
  'assigned',
  'handed',
  'linked',
  'approved',
  'published',
  'rejected',
  'reopened',
  'unpublished',
  'deleted',
] as const
export const RESOLUTIONS = ['kept', 'reverted', 'applied', 'dismissed'] as const

export type BlockType = (typeof BLOCK_TYPES)[number]
export type BlockStyle = (typeof BLOCK_STYLES)[number]
export type ListItem = (typeof LIST_ITEMS)[number]
export type Decorator = (typeof DECORATORS)[number]
export type CellDecorator = (typeof CELL_DECORATORS)[number]
export type Severity = (typeof SEVERITIES)[number]
export type FindingAction = (typeof FINDING_ACTIONS)[number]
export type ReviewStatus = (typeof REVIEW_STATUSES)[number]
export type Decision = (typeof DECISIONS)[number]
export type Resolution = (typeof RESOLUTIONS)[number]

/** Version of the `.json` that sites read and of what the pipeline writes. */
export const DATASET_API_VERSION = '2025-02-19'

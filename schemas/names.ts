/** Names that documents carry, as plain data: the one list that schema, pipeline, desk and renderers share. */

/** Types of the blocks of a body that are not text. */
export const BLOCK_TYPES = ['table', 'figure', 'code', 'latex', 'embed', 'divider'] as const
/** Styles of a text block. The title is a field, so headings start at the second level. */
export const BLOCK_STYLES = ['normal', 'h2', 'h3', 'h4', 'blockquote'] as const
/** List types of a text block. */
export const LIST_ITEMS = ['bullet', 'number'] as const
/** Marks of text without data of their own. Text marked `latex` is a formula in TeX. */
export const DECORATORS = [
  'strong',
  'em',
  'underline',
  'strike-through',
  'code',
  'sub',
  'sup',
  'latex',
] as const
/** Marks of text with data of their own. */
export const ANNOTATIONS = ['link'] as const
/** What a table cell may hold: text blocks with these list types and decorators, and links. */
export const CELL_LIST_ITEMS = LIST_ITEMS
/** Decorators inside a table cell. */
export const CELL_DECORATORS = ['strong', 'em', 'code', 'sub', 'sup', 'latex'] as const

/** How serious a finding is. */
export const SEVERITIES = ['error', 'warning', 'info'] as const
/** What the pipeline did: applied a repair, applied one that an editor should check, or suggested one. */
export const FINDING_ACTIONS = ['applied', 'applied-check', 'suggested'] as const
/** "Published" is derived from the article, so it is not stored. */
export const REVIEW_STATUSES = ['needsReview', 'inReview', 'approved', 'rejected'] as const
/** Decisions that the history of a document records. */
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
/** What an editor decided about a finding. */
export const RESOLUTIONS = ['kept', 'reverted', 'applied', 'dismissed'] as const

/** One of `BLOCK_TYPES`. */
export type BlockType = (typeof BLOCK_TYPES)[number]
/** One of `BLOCK_STYLES`. */
export type BlockStyle = (typeof BLOCK_STYLES)[number]
/** One of `LIST_ITEMS`. */
export type ListItem = (typeof LIST_ITEMS)[number]
/** One of `DECORATORS`. */
export type Decorator = (typeof DECORATORS)[number]
/** One of `CELL_DECORATORS`. */
export type CellDecorator = (typeof CELL_DECORATORS)[number]
/** One of `SEVERITIES`. */
export type Severity = (typeof SEVERITIES)[number]
/** One of `FINDING_ACTIONS`. */
export type FindingAction = (typeof FINDING_ACTIONS)[number]
/** One of `REVIEW_STATUSES`. */
export type ReviewStatus = (typeof REVIEW_STATUSES)[number]
/** One of `DECISIONS`. */
export type Decision = (typeof DECISIONS)[number]
/** One of `RESOLUTIONS`. */
export type Resolution = (typeof RESOLUTIONS)[number]

/** Version of the `.json` that sites read and of what the pipeline writes. */
export const DATASET_API_VERSION = '2025-02-19'

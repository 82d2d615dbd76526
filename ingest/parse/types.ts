/**
 * Input and output of the pipeline.
 *
 * - scrape: one capture of one page, raw bytes and where they came from.
 *
 * - source: the decoded, unrepaired text of a scrape; every offset in findings and ranges points into it.
 *
 * - finding: a message kept for editors; travels as a vfile message, `ruleId` its code.
 *
 * - suggestion: a change that an editor may apply; operations carry their preconditions.
 */
import type {BodyBlock} from '../../schemas/body.ts'
import type {FindingCode} from '../../schemas/findings.ts'
import type {FindingAction, Severity} from '../../schemas/names.ts'
import type {Operation} from '../../schemas/operations/operation.ts'
import type {SourceRange} from './trace/traced-text.ts'

/** One capture of one page. */
export interface Scrape {
  /** Address of the page, if known. */
  url?: string
  /** ISO 8601; kept in the ledger only, so that a re-ingest changes nothing. */
  fetchedAt?: string
  /** As the server or the caller gave it, including parameters. */
  contentType?: string
  /** Of what came with it, what could not be read and was left out: a field and its value each. */
  unread?: readonly string[]
  bytes: Uint8Array
  /** How it arrived: a path, `stdin`, `http`, `inbox`. */
  origin: string
}

/** What the source declares. Absent fields are left out: nothing is invented. */
export interface Metadata {
  title?: string
  subtitle?: string
  byline?: string
  authors?: string[]
  /**
   * ISO 8601, as exactly as the source gives it: a day (`2026-01-31`), a time (`2026-01-31T10:00:00`), or a time with its zone
   * (`2026-01-31T10:00:00+02:00`).
   */
  publishedAt?: string
  modifiedAt?: string
  /** BCP 47. */
  language?: string
  canonicalUrl?: string
  siteName?: string
  /** Section of the site: “Politics”. */
  section?: string
  /** Topics that the source files it under. */
  tags?: string[]
  leadImage?: {url: string; alt?: string; caption?: string; credit?: string}
}

/** Metadata and body of an article, without what only a document has. */
export interface ParsedArticle extends Metadata {
  body: BodyBlock[]
}

/** Source ranges of a block of the body. */
export interface BlockSource {
  blockKey: string
  ranges: SourceRange[]
}

/** The place in the body that a finding is about. */
export interface FindingTarget {
  blockKey: string
  /** A path inside the block in Sanity's notation, for example `children[_key=="a1"]`. */
  path?: string
}

/** A change that an editor may apply. */
export interface Suggestion {
  title: string
  ops: Operation[]
}

/** A message kept for editors. */
export interface Finding {
  /** Derived from code and place, unique in the list. */
  _key: string
  code: FindingCode
  severity: Severity
  /** For an editor: what was unexpected, what was done, where. */
  message: string
  action: FindingAction
  targets: FindingTarget[]
  ranges: SourceRange[]
  before?: string
  after?: string
  suggestion?: Suggestion
}

/** Source text that is unchanged in the article. */
export interface KeptInterval extends SourceRange {
  kind: 'kept'
  /** The block that contains it; absent for the title. */
  blockKey?: string
  /** Offset in the block’s text, in UTF-16 units. The text of a table: its caption, then each cell once. */
  offset: number
}

/**
 * Source text replaced by other text: a reference decoded, an encoding repaired, white space collapsed. Where
 * `start === end`, white space or a quotation mark that the markup implies was inserted.
 */
export interface ChangedInterval extends SourceRange {
  kind: 'changed'
  blockKey?: string
  offset: number
  before: string
  after: string
}

/** Source text that is not in the article, and the finding that explains it. */
export interface RemovedInterval extends SourceRange {
  kind: 'removed'
  code: FindingCode
  /** `_key` of the finding. */
  finding: string
}

/** Tags, references, list marks, white space between blocks: source text without words. */
export interface MarkupInterval extends SourceRange {
  kind: 'markup'
}

/** A piece of the source and what happened to it. */
export type Interval = KeptInterval | ChangedInterval | RemovedInterval | MarkupInterval

/** Output of the pipeline. */
export interface ParseResult {
  article: ParsedArticle
  findings: Finding[]
  blockSources: BlockSource[]
  /**
   * Every part of the source and what happened to it: intervals in order, from 0 to its length, without gaps or overlaps. Kept
   * and changed text, assembled by block and offset, is exactly the article’s text.
   */
  partition: Interval[]
  /** The decoded, unrepaired source. */
  source: string
  charset: string
}

import type {ReviewDocument} from '../draft/documents.ts'

/** The stored state of a scrape's documents. */
export interface Found {
  /** Revision of the scrape if it is stored. */
  scrapeRev?: string
  /** Whether the article exists, as draft or published. */
  hasArticle: boolean
  review?: StoredReview
}

/** The fields of a stored review that `decide` needs. */
export interface StoredReview {
  _rev: string
  findings: readonly Pick<NonNullable<ReviewDocument['findings']>[number], 'severity'>[]
  base?: string
  /** The URL of the scrape from which the base was made. */
  url?: string
}

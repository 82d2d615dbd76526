import type {ReviewDocument} from '../draft/documents.ts'

/** What is stored under the ids of a scrape's documents. */
export interface Found {
  /** Revision of the scrape, if it is stored. */
  scrapeRev?: string
  /** Whether the article is there, as draft or published. */
  hasArticle: boolean
  review?: StoredReview
}

/** The fields of a stored review that deciding needs. */
export interface StoredReview {
  _rev: string
  findings: readonly Pick<NonNullable<ReviewDocument['findings']>[number], 'severity'>[]
  base?: string
  /** Where the scrape that the base was made from was fetched. */
  url?: string
}

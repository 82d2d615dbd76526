/**
 * The documents that the pipeline writes, in the types that are generated from the schema; docs/content-model.md
 * explains them.
 */

import type {DraftedBlock} from '../../../schemas/body.ts'
import type {Article, Review, Scrape, Source} from '../../../schemas/sanity.types.ts'
import type {Picture} from './pictures.ts'

/** A document before the Content Lake has set its system attributes. */
type Unstamped<Document> = Omit<Document, '_createdAt' | '_updatedAt' | '_rev'>

/** A `scrape` to write. */
export type ScrapeDocument = Unstamped<Scrape>
/** A `source` to write. */
export type SourceDocument = Unstamped<Source>
/** A `review` to write. */
export type ReviewDocument = Unstamped<Review>

/** The fields of an article that the pipeline writes; a review keeps them as `base`. Absent fields stay absent. */
export type ArticleFields = Partial<Omit<Unstamped<Article>, '_id' | '_type' | 'body'>> & {
  body: DraftedBlock[]
}
type ArticleDocument = ArticleFields & Pick<Article, '_id' | '_type'>

/** A finding in a review. */
export type FindingValue = NonNullable<Review['findings']>[number]
/** The source ranges of a block in a review. */
export type BlockSourceValue = NonNullable<Review['blockSources']>[number]
/** A range of the source with its array key. */
export type KeyedRange = BlockSourceValue['ranges'][number]

/** The documents of one scrape, which are written in one transaction. */
export interface Drafted {
  /** Published id of the article. */
  articleId: string
  /** What the id is made from. */
  identifiedBy: 'canonical' | 'url' | 'bytes'
  /** Its `_id` is that of the draft. */
  article: ArticleDocument
  review: ReviewDocument
  scrape: ScrapeDocument
  source?: SourceDocument
  /** To be uploaded before. */
  pictures: readonly Picture[]
}

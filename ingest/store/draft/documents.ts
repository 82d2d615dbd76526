/** The documents that the pipeline writes, in the types generated from the schema: docs/content-model.md says why. */
import type {Article, Review, Scrape, Source} from '../../../schemas/sanity.types.ts'
import type {BodyBlock} from '../../parse/types.ts'

/** A document before the Content Lake has stamped it. */
type Unstamped<Document> = Omit<Document, '_createdAt' | '_updatedAt' | '_rev'>

export type ScrapeDocument = Unstamped<Scrape>
export type SourceDocument = Unstamped<Source>
export type ReviewDocument = Unstamped<Review>

/** The fields of an article that the pipeline fills; a review keeps them as `base`. Absent stays absent. */
export type ArticleFields = Partial<Omit<Unstamped<Article>, '_id' | '_type' | 'body'>> & {body: BodyBlock[]}
type ArticleDocument = ArticleFields & Pick<Article, '_id' | '_type'>

export type FindingValue = NonNullable<Review['findings']>[number]
export type BlockSourceValue = NonNullable<Review['blockSources']>[number]
export type KeyedRange = BlockSourceValue['ranges'][number]

/** Everything that one scrape becomes; written in one transaction. */
export interface Drafted {
  /** Published id of the article. */
  articleId: string
  /** What the id was made from. */
  identifiedBy: 'canonical' | 'url' | 'bytes'
  /** Its `_id` is the draft's. */
  article: ArticleDocument
  review: ReviewDocument
  scrape: ScrapeDocument
  source?: SourceDocument
}

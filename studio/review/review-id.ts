/** Ids of reviews: each belongs to one article. See docs/content-model.md. */
const PREFIX = 'review.'

/** The id of the review of an article. */
export function reviewIdOf(articleId: string): string {
  return `${PREFIX}${articleId}`
}

/** The id of the article that a review is about. */
export function articleIdOf(reviewId: string): string {
  return reviewId.startsWith(PREFIX) ? reviewId.slice(PREFIX.length) : reviewId
}

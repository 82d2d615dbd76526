/** Ids of reviews, which belong to one article each; see docs/content-model.md. */
const PREFIX = 'review.'

export function reviewIdOf(articleId: string): string {
  return `${PREFIX}${articleId}`
}

export function articleIdOf(reviewId: string): string {
  return reviewId.startsWith(PREFIX) ? reviewId.slice(PREFIX.length) : reviewId
}

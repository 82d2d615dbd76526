import type {SanityClient} from '@sanity/client'
import type {SanityDocument} from 'sanity'
import type {Resolution} from '../../../schemas/names.ts'
import {reviewIdOf} from '../review-id.ts'

export interface BodyChange {
  articleId: string
  /** The article as the editor sees it: the draft, or what is published. */
  article: SanityDocument
  /** What its body becomes. */
  body: readonly unknown[]
  /** What other fields of it become; undefined takes one away. */
  fields?: Readonly<Record<string, unknown>>
  /** What becomes of findings, by key; null takes a decision back. */
  resolutions: Readonly<Record<string, Resolution | null>>
  /** Fields of the review that follow; null takes one away. */
  review?: Readonly<Record<string, string | null>>
  /** User id. */
  by: string
  /** ISO 8601. */
  at: string
}

/**
 * Changes the body of the article's draft, or other fields of it, and records on the review what was decided, in one transaction. A published
 * article stays as it is: the change waits in a draft.
 *
 * @throws ClientError with status 409 when the draft changed meanwhile
 */
export async function changeBody(
  client: SanityClient,
  {articleId, article, body, fields = {}, resolutions, review: reviewFields = {}, by, at}: BodyChange,
): Promise<void> {
  const draftId = `drafts.${articleId}`
  const transaction = client.transaction()
  const isBodySame = body === article.body
  const set = Object.fromEntries(
    Object.entries({...fields, ...(isBodySame ? {} : {body})}).filter(([, value]) => value !== undefined),
  )
  const unset = Object.keys(fields).filter((field) => fields[field] === undefined)
  if (isBodySame && Object.keys(fields).length === 0) {
    // Nothing changes in the article: a decision alone.
  } else if (article._id === draftId) {
    const patch = client.patch(draftId).ifRevisionId(article._rev).set(set)
    transaction.patch(unset.length > 0 ? patch.unset(unset) : patch)
  } else {
    const {_rev, _createdAt, _updatedAt, ...rest} = article
    const kept = Object.fromEntries(Object.entries(rest).filter(([field]) => !unset.includes(field)))
    transaction.create({...kept, ...set, _type: rest._type, _id: draftId})
  }
  const review = reviewIdOf(articleId)
  for (const [key, state] of Object.entries(resolutions)) {
    const path = `findings[_key=="${key}"].resolution`
    const patch = client.patch(review)
    transaction.patch(state ? patch.set({[path]: {_type: 'resolution', state, by, at}}) : patch.unset([path]))
  }
  for (const [name, value] of Object.entries(reviewFields)) {
    const patch = client.patch(review)
    transaction.patch(value === null ? patch.unset([name]) : patch.set({[name]: value}))
  }
  await transaction.commit({tag: 'copydesk.apply'})
}

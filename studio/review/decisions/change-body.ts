import type {SanityClient} from '@sanity/client'
import {getDraftId, type SanityDocument} from 'sanity'
import type {Resolution} from '../../../schemas/names.ts'
import {reviewIdOf} from '../review-id.ts'

/** A change of an article, and what it decides. */
export interface BodyChange {
  articleId: string
  /** The article as the editor sees it: the draft, or what is published. */
  article: SanityDocument
  /** The new body. */
  body: readonly unknown[]
  /** New values of other fields of the article; undefined removes a field. */
  fields?: Readonly<Record<string, unknown>>
  /** New resolutions of findings, by key; null reopens a finding. */
  resolutions: Readonly<Record<string, Resolution | null>>
  /** New values of fields of the review; null removes a field. */
  review?: Readonly<Record<string, string | null>>
  /** User id. */
  by: string
  /** ISO 8601. */
  at: string
}

/**
 * Changes the body or other fields of the draft, and records the decision on the review, in one transaction. The published article stays
 * unchanged until the draft is published.
 *
 * @throws ClientError with status 409 if the draft was changed meanwhile
 */
export async function changeBody(
  client: SanityClient,
  {articleId, article, body, fields = {}, resolutions, review: reviewFields = {}, by, at}: BodyChange,
): Promise<void> {
  const draftId = getDraftId(articleId)
  const transaction = client.transaction()
  const isBodySame = body === article.body
  const set = Object.fromEntries(
    Object.entries({...fields, ...(isBodySame ? {} : {body})}).filter(([, value]) => value !== undefined),
  )
  const unset = Object.keys(fields).filter((field) => fields[field] === undefined)
  if (isBodySame && Object.keys(fields).length === 0) {
    // Only a decision is recorded; the article stays unchanged.
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

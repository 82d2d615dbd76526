import type {DocumentActionComponent, DocumentActionsResolver} from 'sanity'
import {discardToPublished} from './discard-changes.ts'
import {HandOver} from './hand-over.tsx'
import {NextInQueue} from './next-in-queue.ts'
import {OpenOnSite} from './open-on-site.ts'
import {PublishArticle} from './publish-article.tsx'
import {recordAfter} from './record-after.tsx'
import {RejectArticle} from './reject-article.tsx'
import {ReparseArticles} from './reparse-articles.tsx'
import {SendBack} from './send-back.ts'
import {StartReview} from './start-review.ts'

/** One wrapper per action: a new one on every call would close its open dialog. */
const wrapped = new WeakMap<DocumentActionComponent, DocumentActionComponent>()

function once(
  original: DocumentActionComponent,
  wrap: () => DocumentActionComponent,
): DocumentActionComponent {
  const known = wrapped.get(original)
  if (known) return known
  const fresh = wrap()
  wrapped.set(original, fresh)
  return fresh
}

/** The actions of the desk for articles and sources. Reviews and scrapes are written only by the pipeline and the desk, so they have none. */
export const resolveActions: DocumentActionsResolver = (previous, {schemaType}) => {
  if (schemaType === 'review' || schemaType === 'scrape') return []
  if (schemaType === 'source') return [...previous, ReparseArticles]
  if (schemaType !== 'article') return previous
  const actions = previous.map((original) => {
    if (original.action === 'publish') return PublishArticle
    if (original.action === 'unpublish')
      return once(original, () => recordAfter(original, 'unpublish', 'unpublished'))
    if (original.action === 'delete') return once(original, () => recordAfter(original, 'delete', 'deleted'))
    if (original.action === 'discardChanges') return once(original, () => discardToPublished(original))
    return original
  })
  const publish = actions.indexOf(PublishArticle)
  return [
    ...actions.slice(0, publish + 1),
    StartReview,
    NextInQueue,
    HandOver,
    SendBack,
    RejectArticle,
    OpenOnSite,
    ...actions.slice(publish + 1),
  ]
}

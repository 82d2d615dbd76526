import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {CloseCircleIcon} from '@sanity/icons/CloseCircle'
import {DocumentsIcon} from '@sanity/icons/Documents'
import {EarthGlobeIcon} from '@sanity/icons/EarthGlobe'
import {EyeOpenIcon} from '@sanity/icons/EyeOpen'
import {InboxIcon} from '@sanity/icons/Inbox'
import {TagIcon} from '@sanity/icons/Tag'
import {UsersIcon} from '@sanity/icons/Users'
import type {ChildResolver, DefaultDocumentNodeResolver, StructureResolver} from 'sanity/structure'
import {SOURCE_PANES, sourceViews} from '../desk/sources/source-views.ts'
import {articleNode, articleViews, panes} from './article-node.ts'
import {PublishedList} from './published-list.tsx'
import {reviewQueue} from './review-queue.ts'

/** The lists under “Content”: articles by status, then all documents by type. */
export const structure: StructureResolver = (S) =>
  S.list()
    .id('desk')
    .title('Content')
    // An article that is opened from elsewhere has only this list beside it, so that form and source fit on a small screen.
    .canHandleIntent((intent, params) => intent === 'edit' && params.type === 'article')
    .child((itemId, options) => childOf(itemId, options) ?? articleNode(S, itemId))
    .items([
      reviewQueue(S, 'needsReview', InboxIcon),
      reviewQueue(S, 'inReview', EyeOpenIcon),
      S.listItem()
        .id('published')
        .title('Published')
        .icon(CheckmarkCircleIcon)
        .child(
          S.component(PublishedList)
            .id('published')
            .title('Published')
            .child((articleId) => articleNode(S, articleId)),
        ),
      reviewQueue(S, 'rejected', CloseCircleIcon),
      S.divider(),
      S.documentTypeListItem('article').title('All articles').icon(DocumentsIcon),
      S.documentTypeListItem('source').title('Sources').icon(EarthGlobeIcon),
      S.documentTypeListItem('author').title('Authors').icon(UsersIcon),
      S.documentTypeListItem('topic').title('Topics').icon(TagIcon),
    ])

/** The views of documents that are opened from elsewhere. */
export const defaultDocumentNode: DefaultDocumentNodeResolver = (S, {schemaType}) =>
  schemaType === 'article'
    ? S.document().views(articleViews(S)).defaultPanes(panes())
    : schemaType === 'source'
      ? S.document().views(sourceViews(S)).defaultPanes(SOURCE_PANES)
      : S.document()

/** The pane that an item of the list opens. */
const childOf: ChildResolver = (itemId, options) => {
  const {items = []} = (options.parent ?? {}) as {items?: {id?: string; child?: unknown}[]}
  const child = items.find(({id}) => id === itemId)?.child
  return (typeof child === 'function' ? child(itemId, options) : child) as ReturnType<ChildResolver>
}

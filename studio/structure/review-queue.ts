import type {ComponentType} from 'react'
import type {ListItemBuilder, StructureBuilder} from 'sanity/structure'
import type {ReviewStatus} from '../../schemas/names.ts'
import {QUEUE_ORDERING} from '../../schemas/queue-order.ts'
import {STATUS_TITLES} from '../../schemas/titles.ts'
import {articleIdOf} from '../review/review-id.ts'
import {API_VERSION} from '../settings.ts'
import {articleNode} from './article-node.ts'

/** A live list of the reviews with one status, the most urgent first. An item opens the article, not the review. */
export function reviewQueue(S: StructureBuilder, status: ReviewStatus, icon: ComponentType): ListItemBuilder {
  const title = STATUS_TITLES[status]
  return S.listItem()
    .id(status)
    .title(title)
    .icon(icon)
    .child(
      S.documentList()
        .id(status)
        .title(title)
        .apiVersion(API_VERSION)
        .schemaType('review')
        .filter('_type == "review" && status == $status')
        .params({status})
        .defaultOrdering([...QUEUE_ORDERING])
        .initialValueTemplates([])
        .child((reviewId) => articleNode(S, articleIdOf(reviewId))),
    )
}

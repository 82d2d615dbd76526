import type {ComponentProps} from 'react'
import {PerspectiveProvider} from 'sanity'
import {DocumentListPane, type UserComponent} from 'sanity/structure'
import {API_VERSION} from '../settings.ts'

/** Published is not a status that is stored: an article is published when the published perspective has it. */
export function PublishedList({
  id,
  childItemId,
  isActive,
  isSelected,
  itemId,
  paneKey,
}: ComponentProps<UserComponent>) {
  return (
    <PerspectiveProvider selectedPerspectiveName="published">
      <DocumentListPane
        index={1}
        paneKey={paneKey}
        itemId={itemId}
        isActive={isActive ?? false}
        isSelected={isSelected ?? false}
        {...(childItemId ? {childItemId} : {})}
        pane={{
          type: 'documentList',
          id,
          title: 'Published',
          schemaTypeName: 'article',
          options: {
            filter: '_type == "article"',
            apiVersion: API_VERSION,
            defaultOrdering: [
              {field: 'publishedAt', direction: 'desc'},
              {field: '_id', direction: 'asc'},
            ],
          },
        }}
      />
    </PerspectiveProvider>
  )
}

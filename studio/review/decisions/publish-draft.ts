import {ClientError, type SanityClient} from '@sanity/client'
import type {SanityDocument} from 'sanity'
import {messageOf} from '../../shared/message-of.ts'

export interface PublishInput {
  /** The article's id, without prefix. */
  id: string
  draft: SanityDocument
  published: SanityDocument | null
}

/**
 * Publishes the draft if it, and what is published, are still the ones given.
 *
 * @returns the transaction's id, which is the published document's revision
 * @throws ClientError with status 409 when somebody changed either meanwhile
 */
export async function publishDraft(
  client: SanityClient,
  {id, draft, published}: PublishInput,
): Promise<string> {
  const {transactionId} = await client.action(
    {
      actionType: 'sanity.action.document.publish',
      draftId: draft._id,
      publishedId: id,
      ifDraftRevisionId: draft._rev,
      ...(published ? {ifPublishedRevisionId: published._rev} : {}),
    },
    {tag: 'copydesk.publish'},
  )
  return transactionId
}

/** What an editor is told of a failed request. */
export function reasonOf(error: unknown): string {
  if (error instanceof ClientError && error.statusCode === 409) {
    return 'Somebody changed the article meanwhile. Look it over and publish again.'
  }
  return messageOf(error)
}

import {ClientError, type SanityClient} from '@sanity/client'
import type {SanityDocument} from 'sanity'
import {messageOf} from '../../shared/message-of.ts'

/** The revisions that are published. */
export interface PublishInput {
  /** Id of the article, without prefix. */
  id: string
  draft: SanityDocument
  published: SanityDocument | null
}

/**
 * Publishes the draft, if the draft and the published article still have the given revisions.
 *
 * @returns the id of the transaction, which is the revision of the published article
 * @throws ClientError with status 409 if either was changed meanwhile
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

/** Why a request failed, for editors. */
export function reasonOf(error: unknown): string {
  if (error instanceof ClientError && error.statusCode === 409) {
    return 'Somebody has changed the article. Check it and try again.'
  }
  return messageOf(error)
}

/** Uploads the pictures of an article before its documents are written. */
import type {SanityClient} from '@sanity/client'
import type {Picture, StoredPictures} from '../draft/pictures.ts'
import {classify} from './errors.ts'
import {UnexpectedAnswer} from './read-back.ts'

/**
 * Upload pictures one after the other. The lake names an asset by its bytes, so to send one twice does no harm. A picture that it does
 * not accept is no reason to lose the article: its id is undefined. Any other failure rejects.
 */
export async function uploadPictures(
  client: SanityClient,
  pictures: readonly Picture[],
): Promise<StoredPictures> {
  const stored = new Map<string, string | undefined>()
  for (const {assetId, contentType, bytes} of pictures)
    stored.set(assetId, await upload(client, contentType, bytes))
  return stored
}

async function upload(
  client: SanityClient,
  contentType: string,
  bytes: Uint8Array,
): Promise<string | undefined> {
  try {
    const answer: unknown = await client.assets.upload('image', Buffer.from(bytes), {
      contentType,
      tag: 'copydesk.ingest.picture',
    })
    const id: unknown = typeof answer === 'object' && answer !== null ? Reflect.get(answer, '_id') : undefined
    if (typeof id !== 'string')
      throw new UnexpectedAnswer('Expected the document of an asset from the Content Lake')
    return id
  } catch (error) {
    const failure = classify(error, Date.now())
    if (failure.kind === 'refused' && failure.code !== 'denied') return undefined
    throw error
  }
}

/** Whether the lake gave each picture the id that was expected. */
export const areAsExpected = (stored: StoredPictures): boolean =>
  [...stored].every(([expected, id]) => id === expected)

import {createClient, type SanityClient} from '@sanity/client'
import {DATASET_API_VERSION} from '../../../schemas/names.ts'
import {causeOf, classify, WriteError} from './errors.ts'

export interface LakeAddress {
  projectId: string
  dataset: string
  apiHost: string
  useProjectHostname: boolean
  token: string
}

/** How long one request may take, in milliseconds. */
const TIMEOUT_MS = 30_000

/** A client for writing: no cache in between, and no attempts of its own, since the writer makes them. */
export function createLakeClient(address: LakeAddress): SanityClient {
  return createClient({
    ...address,
    apiVersion: DATASET_API_VERSION,
    useCdn: false,
    perspective: 'raw',
    maxRetries: 0,
    timeout: TIMEOUT_MS,
  })
}

/**
 * Ask the lake something small, so that a wrong address or token is one message at the start and not one for each
 * input. `advice` says what to do if nothing answers. Throws {@link WriteError}.
 */
export async function requireLake(client: SanityClient, advice: string, signal?: AbortSignal): Promise<void> {
  try {
    await client.fetch(
      '*[_id == $id][0]._id',
      {id: 'copydesk-ping'},
      {tag: 'copydesk.ping', ...(signal && {signal})},
    )
  } catch (error) {
    if (signal?.aborted) throw new WriteError('aborted', 'Stopped', {cause: error})
    const {apiHost, projectId, dataset} = client.config()
    const failure = classify(error, Date.now())
    if (failure.kind === 'refused') {
      throw new WriteError(
        failure.code,
        `The Content Lake at ${apiHost} (project ${projectId}, dataset ${dataset}) refused: ${error instanceof Error ? error.message : String(error)}. Check SANITY_PROJECT_ID, SANITY_DATASET and SANITY_TOKEN`,
        {cause: error},
      )
    }
    throw new WriteError(
      'unreachable',
      `No Content Lake answers at ${apiHost}: ${causeOf(error)}. ${advice}`,
      {
        cause: error,
      },
    )
  }
}

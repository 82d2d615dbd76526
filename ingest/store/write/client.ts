import {createClient, type SanityClient} from '@sanity/client'
import {DATASET_API_VERSION} from '../../../schemas/names.ts'
import {causeOf, classify, WriteError} from './errors.ts'

/** Which Content Lake to use, and how to reach it. */
export interface LakeAddress {
  projectId: string
  dataset: string
  apiHost: string
  useProjectHostname: boolean
  token: string
}

/** Time limit of a request, in milliseconds. */
const TIMEOUT_MS = 30_000

/** A client for writing. It uses no CDN and does not retry, since the writer does. */
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
 * Send a small request, so that a wrong address or token is reported once at the start and not for each input. `advice`
 * says what to do if the lake does not respond. Throws {@link WriteError}.
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
      `No Content Lake responds at ${apiHost}: ${causeOf(error)}. ${advice}`,
      {
        cause: error,
      },
    )
  }
}

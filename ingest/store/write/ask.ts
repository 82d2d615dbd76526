import type {SanityClient} from '@sanity/client'
import {causeOf, classify, WriteError} from './errors.ts'

/** The result of a query, with drafts. Throws {@link WriteError}, which says whether the lake is at fault. */
export async function ask(
  client: SanityClient,
  query: string,
  params: Record<string, unknown>,
  options: {tag: string; signal?: AbortSignal},
): Promise<unknown> {
  try {
    return await client.fetch(query, params, {perspective: 'raw', ...options})
  } catch (error) {
    if (options.signal?.aborted) throw new WriteError('aborted', 'Stopped', {cause: error})
    const failure = classify(error, Date.now())
    if (failure.kind !== 'refused') {
      throw new WriteError('unreachable', `No usable response from the Content Lake: ${causeOf(error)}`, {
        cause: error,
      })
    }
    throw new WriteError(failure.code, `The Content Lake refused a query: ${causeOf(error)}`, {cause: error})
  }
}

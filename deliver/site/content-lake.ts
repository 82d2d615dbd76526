/** The Content Lake could not be read; the cause says why. */
export class ContentLakeError extends Error {
  override readonly name = 'ContentLakeError'
}

/** Waits for content; what goes wrong meanwhile is the lake's, not the page's. Errors of the request itself pass. */
export async function fromLake<Content>(content: Promise<Content>): Promise<Content> {
  try {
    return await content
  } catch (cause) {
    if (cause instanceof Error && OUR_ERRORS.has(cause.name)) throw cause
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new ContentLakeError(`The Content Lake could not be read: ${reason}`, {cause})
  }
}

const OUR_ERRORS: ReadonlySet<string> = new Set(['CursorError', 'RangeError'])

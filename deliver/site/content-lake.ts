/** The Content Lake could not be read. `cause` has the reason. */
export class ContentLakeError extends Error {
  override readonly name = 'ContentLakeError'
}

/** Waits for content and attributes failures to the lake. Errors of the request itself are passed on. */
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

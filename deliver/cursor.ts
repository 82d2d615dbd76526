/**
 * A place in the list of articles, newest first: right after the article that was listed at `at` and has the id `id`.
 */
export interface Place {
  at: string
  id: string
}

/** The place before the first article: `~` sorts after every date, and no id is empty. */
export const FIRST_PLACE: Place = {at: '~', id: ''}

/** A cursor that `writeCursor` did not make. */
export class CursorError extends Error {
  override readonly name = 'CursorError'
}

/** A place as an opaque word that is safe in an address. */
export function writeCursor({at, id}: Place): string {
  return Buffer.from(JSON.stringify([at, id])).toString('base64url')
}

/** The form of Sanity's ids. */
const ID = /^[a-zA-Z0-9_-][a-zA-Z0-9._-]{0,127}$/

/**
 * The place that a cursor names.
 *
 * @throws CursorError if `writeCursor` did not make it.
 */
export function readCursor(cursor: string): Place {
  const place = parse(cursor)
  if (Array.isArray(place) && place.length === 2) {
    const [at, id]: unknown[] = place
    if (typeof at === 'string' && at.length <= 100 && typeof id === 'string' && ID.test(id)) return {at, id}
  }
  const shown = cursor.length > 40 ? `${cursor.slice(0, 40)}…` : cursor
  throw new CursorError(
    `Expected the cursor of an earlier page, got ${JSON.stringify(shown)}. Start again without one.`,
  )
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}

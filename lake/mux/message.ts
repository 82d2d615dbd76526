/** A message of a client; see index.ts. */
export type MuxRequest = {id: number; open: string} | {id: number; close: true}

/** A message of the server; see index.ts. */
export type MuxResponse =
  | {id: number; status: number; headers: Record<string, string>}
  | {id: number; chunk: string}
  | {id: number; end: true; error?: string}

/**
 * Read one message of a client.
 *
 * @throws TypeError that says what was expected; its text becomes the reason for closing the socket.
 */
export function parseMuxRequest(text: string): MuxRequest {
  const value = parseJson(text)
  if (typeof value !== 'object' || value === null) throw new TypeError('Expected a JSON object')
  const {id, open, close} = value as Record<string, unknown>
  if (typeof id !== 'number' || !Number.isSafeInteger(id) || id < 0)
    throw new TypeError('Expected `id` to be a whole number')
  if (typeof open === 'string') return {id, open}
  if (close === true) return {id, close}
  throw new TypeError('Expected `open` to be a path or `close` to be true')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new TypeError('Expected JSON', {cause: error})
  }
}

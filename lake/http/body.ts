import parse from 'secure-json-parse'
import {Problem} from './problem.ts'

/** A JSON object. */
export type JsonObject = Record<string, unknown>

/**
 * The body of a request as a JSON object.
 *
 * @param limit - most bytes; reading stops as soon as there are more, whatever Content-Length is
 * @throws Problem 413 if it is larger, 400 if it is not a JSON object or has a `__proto__` key
 */
export async function readObject(request: Request, limit: number): Promise<JsonObject> {
  const value = await readJson(request, limit)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Problem(
      400,
      `Expected the body to be a JSON object, got ${Array.isArray(value) ? 'an array' : typeof value}`,
    )
  }
  return value as JsonObject
}

/** The body of a request as JSON; see {@link readObject}. */
export async function readJson(request: Request, limit: number): Promise<unknown> {
  const text = await readText(request, limit)
  try {
    // A field may be called "constructor"; only `__proto__` would change the prototype.
    return parse(text, {constructorAction: 'ignore'})
  } catch (error) {
    throw new Problem(
      400,
      `Expected the body to be JSON: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}

async function readText(request: Request, limit: number): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge(limit)
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of bytesOf(request.body)) {
    size += part.byteLength
    if (size > limit) throw tooLarge(limit)
    parts.push(part)
  }
  return new TextDecoder().decode(Buffer.concat(parts))
}

/**
 * The chunks of a body as they arrive; none without a body. When the caller stops, the remaining chunks are discarded.
 */
export async function* bytesOf(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  if (!body) return
  const reader = body.getReader()
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value
  } finally {
    await reader.cancel()
  }
}

/** The error for a body of more than `limit` bytes. */
export function tooLarge(limit: number): Problem {
  return new Problem(413, `The body is larger than ${limit.toLocaleString('en')} bytes; send it in parts`)
}

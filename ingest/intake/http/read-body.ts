import {InputError} from '../../parse/errors.ts'

/**
 * The body of a request. Its bytes are counted as they arrive, whatever `Content-Length` is. Throws {@link InputError}
 * `too-large` beyond `maxBytes`.
 */
export async function readBody(request: Request, maxBytes: number): Promise<Uint8Array> {
  const declared = Number(request.headers.get('content-length') ?? 0)
  if (declared > maxBytes) throw tooLarge(maxBytes)
  const parts: Uint8Array[] = []
  let size = 0
  const reader = request.body?.getReader()
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.length
    if (size > maxBytes) {
      await reader?.cancel()
      throw tooLarge(maxBytes)
    }
    parts.push(part.value)
  }
  return Buffer.concat(parts, size)
}

function tooLarge(maxBytes: number): InputError {
  return new InputError(
    'too-large',
    `The body is longer than the ${maxBytes} bytes allowed; raise COPYDESK_MAX_BYTES`,
  )
}

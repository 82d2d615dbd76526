/** A line of a stream, or its number if it is too long. */
export type Line = {number: number; text: string} | {number: number; isTooLong: true}

const NEWLINE = 0x0a

/**
 * Lines of a byte stream, numbered from 1, without blank ones. A line longer than `maxBytes` is not kept, so that
 * memory stays bounded.
 */
export async function* readLines(stream: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<Line> {
  let parts: Uint8Array[] = []
  let length = 0
  let number = 1
  const take = (): Line | undefined => {
    const isTooLong = length > maxBytes
    const text = isTooLong ? '' : Buffer.concat(parts).toString('utf8').trim()
    parts = []
    length = 0
    if (isTooLong) return {number, isTooLong}
    return text ? {number, text} : undefined
  }
  for await (const chunk of stream) {
    let from = 0
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      length += at - from
      if (length <= maxBytes) parts.push(chunk.subarray(from, at))
      const line = take()
      if (line) yield line
      number += 1
      from = at + 1
    }
    length += chunk.length - from
    if (length <= maxBytes) parts.push(chunk.subarray(from))
    else parts = []
  }
  const last = take()
  if (last) yield last
}

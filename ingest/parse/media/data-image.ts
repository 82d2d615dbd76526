/** Images whose bytes are in the page itself (RFC 2397). */

/** Longest data of a placeholder, in characters: a blurred preview, an empty image. */
const MAX_PLACEHOLDER = 120
/** Largest side of an image that only keeps a place, in pixels. */
const MAX_SIDE = 3

/** Whether an address has the bytes of an image that a reader would miss: no placeholder of a pixel, and no empty drawing. */
export function isDataImage(address: string): boolean {
  const [, type, parameters = '', data = ''] =
    /^\s*data:image\/([\w.+-]{1,30})((?:;[\w=.+-]{1,40}){0,4}),([\s\S]*)$/i.exec(address) ?? []
  if (type === undefined) return false
  if (type.startsWith('svg'))
    return /<(?:path|rect|circle|ellipse|line|poly|text|image|use|g)\b/i.test(drawingIn(data, parameters))
  const side = sideOf(type, data)
  return side === undefined ? data.length > MAX_PLACEHOLDER : side > MAX_SIDE
}

function drawingIn(data: string, parameters: string): string {
  try {
    return parameters.includes('base64') ? atob(data.slice(0, 4000)) : decodeURIComponent(data.slice(0, 4000))
  } catch {
    // Cut in the middle of a character, or no base64: the text as it is may show what is drawn.
    return data
  }
}

/** The larger side of a PNG or GIF, from its head; undefined for other types. */
function sideOf(type: string, data: string): number | undefined {
  const head = bytesOf(data.slice(0, 40))
  if (type === 'png' && head.length >= 24) return Math.max(wordAt(head, 16), wordAt(head, 20))
  if (type === 'gif' && head.length >= 10)
    return Math.max((head[6] ?? 0) + 256 * (head[7] ?? 0), (head[8] ?? 0) + 256 * (head[9] ?? 0))
  return undefined
}

const wordAt = (bytes: readonly number[], at: number): number =>
  bytes.slice(at, at + 4).reduce((sum, byte) => sum * 256 + byte, 0)

function bytesOf(base64: string): number[] {
  try {
    return Array.from(atob(base64.slice(0, base64.length - (base64.length % 4))), (unit) =>
      unit.charCodeAt(0),
    )
  } catch {
    // Not base64.
    return []
  }
}

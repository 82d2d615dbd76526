/** UTF-16 without a byte order mark: nearly every second byte of Western text is zero. */
export function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const length = Math.min(bytes.length, 4096) & ~1
  if (length < 8) return undefined
  let even = 0
  let odd = 0
  for (let index = 0; index < length; index += 2) {
    if (bytes[index] === 0) even++
    if (bytes[index + 1] === 0) odd++
  }
  const pairs = length / 2
  if (odd > 0.4 * pairs && even < 0.02 * pairs) return 'utf-16le'
  if (even > 0.4 * pairs && odd < 0.02 * pairs) return 'utf-16be'
  return undefined
}

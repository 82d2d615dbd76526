/**
 * UTF-16 without a byte order mark. Markup and spaces have a zero in every second byte, in any language, and no other
 * text has zeros; read in the right byte order, nearly all of it is characters.
 */

const SAMPLE_BYTES = 8192
/** Minimum share of zeros among the bytes of one parity, and their ratio to the other. */
const MIN_ZERO_SHARE = 0.04
const MIN_RATIO = 8
/** Maximum share of characters that no text has. */
const MAX_STRANGE_SHARE = 0.02

/** Detect UTF-16; undefined for other bytes. */
export function detectUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const length = Math.min(bytes.length, SAMPLE_BYTES) & ~1
  if (length < 8) return undefined
  let even = 0
  let odd = 0
  for (let index = 0; index < length; index += 2) {
    if (bytes[index] === 0) even++
    if (bytes[index + 1] === 0) odd++
  }
  const least = MIN_ZERO_SHARE * (length / 2)
  const charset =
    odd > least && odd > even * MIN_RATIO
      ? 'utf-16le'
      : even > least && even > odd * MIN_RATIO
        ? 'utf-16be'
        : undefined
  return charset && isText(new TextDecoder(charset).decode(bytes.subarray(0, length))) ? charset : undefined
}

/** Whether a sample is text. A surrogate may be cut in two at its end. */
function isText(sample: string): boolean {
  const strange = sample.match(/[\p{Cn}\p{Co}\p{Cs}\ufffd]|(?![\t\n\f\r])\p{Cc}/gu)?.length ?? 0
  return strange <= 1 + sample.length * MAX_STRANGE_SHARE
}

/**
 * UTF-16 without a byte order mark. What is markup and space in it has a zero in every second byte, in whatever language it is, and no other text has zeros;
 * read in the right order, nearly all of it is characters.
 */

const SAMPLE = 8192
/** Share of zeros among the bytes of one parity, and how many times as many as of the other. */
const LEAST_ZEROS = 0.04
const RATIO = 8
/** Share of what no text has. */
const MOST_STRANGE = 0.02

/** Undefined for what is no UTF-16. */
export function detectUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const length = Math.min(bytes.length, SAMPLE) & ~1
  if (length < 8) return undefined
  let even = 0
  let odd = 0
  for (let index = 0; index < length; index += 2) {
    if (bytes[index] === 0) even++
    if (bytes[index + 1] === 0) odd++
  }
  const least = LEAST_ZEROS * (length / 2)
  const charset =
    odd > least && odd > even * RATIO
      ? 'utf-16le'
      : even > least && even > odd * RATIO
        ? 'utf-16be'
        : undefined
  return charset && isText(new TextDecoder(charset).decode(bytes.subarray(0, length))) ? charset : undefined
}

/** A surrogate may have been cut in two at the end of the sample. */
function isText(sample: string): boolean {
  const strange = sample.match(/[\p{Cn}\p{Co}\p{Cs}\ufffd]|(?![\t\n\f\r])\p{Cc}/gu)?.length ?? 0
  return strange <= 1 + sample.length * MOST_STRANGE
}

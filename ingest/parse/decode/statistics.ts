/** Guess the character set of bytes if none is declared, or the wrong one. */
import chardet from 'chardet'

/** Number of bytes in the sample. */
const SAMPLE_BYTES = 65_536
/** Minimum confidence, out of 100. If few bytes are beyond ASCII, a guess needs more to rule out Western sets. */
const MIN_CONFIDENCE = {many: 20, few: 50}
/** Number of non-ASCII bytes that count as many. */
const MANY = 20
/** Minimum ratio to the confidence of the next guess. */
const MIN_LEAD = 1.25

/** A guessed character set. */
export interface Guess {
  /** As named in the Encoding standard. */
  charset: string
  /** Out of 100. */
  confidence: number
}

/** Windows sets that extend an ISO set by its control characters. */
const WINDOWS: Readonly<Record<string, string>> = {
  'iso-8859-2': 'windows-1250',
  'iso-8859-7': 'windows-1253',
  'iso-8859-8': 'windows-1255',
}

/** Find the set that fits best, if it fits clearly better than others and fits all bytes. */
export function guessCharset(bytes: Uint8Array): Guess | undefined {
  const sample = withoutTags(bytes.subarray(0, SAMPLE_BYTES))
  const [best, next] = chardet.analyse(sample)
  const beyond = sample.reduce((count, byte) => count + (byte >= 0x80 ? 1 : 0), 0)
  const least = beyond >= MANY ? MIN_CONFIDENCE.many : MIN_CONFIDENCE.few
  if (!best || best.confidence < least || best.confidence < (next?.confidence ?? 0) * MIN_LEAD)
    return undefined
  const charset = encodingName(best.name)
  if (charset === undefined) return undefined
  const windows = WINDOWS[charset]
  const fitting = windows && sample.some((byte) => byte >= 0x80 && byte < 0xa0) ? windows : charset
  return decodesCleanly(bytes, fitting) ? {charset: fitting, confidence: best.confidence} : undefined
}

/** Whether bytes decode in a character set without errors. */
export function decodesCleanly(bytes: Uint8Array, charset: string): boolean {
  try {
    new TextDecoder(charset, {fatal: true}).decode(bytes)
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

/** Find the name in the Encoding standard for a label; undefined if the label is unknown. */
export function encodingName(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** Drop tags: they are ASCII in every candidate set and say nothing about the text. */
function withoutTags(bytes: Uint8Array): Uint8Array {
  const kept = new Uint8Array(bytes.length)
  let length = 0
  let inTag = false
  for (const byte of bytes) {
    if (byte === 0x3c) inTag = true
    if (!inTag || byte >= 0x80) kept[length++] = byte
    if (byte === 0x3e) inTag = false
  }
  return kept.subarray(0, length)
}

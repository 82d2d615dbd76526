/** Which character set bytes look like, where nobody says it, or says something that they are not. */
import chardet from 'chardet'

/** Bytes looked at. */
const SAMPLE = 65_536
/** Of 100. A guess below this is none; where few bytes are beyond ASCII, it takes more to say that they are not Western. */
const BELIEVED = {many: 20, few: 50}
/** Bytes beyond ASCII that are many. */
const MANY = 20
/** How many times the confidence of the next guess it must have. */
const LEAD = 1.25

export interface Guess {
  /** As the Encoding standard names it. */
  charset: string
  /** Of 100. */
  confidence: number
}

/** Sets that differ from another in the bytes that the other leaves for control characters. */
const WINDOWS: Readonly<Record<string, string>> = {
  'iso-8859-2': 'windows-1250',
  'iso-8859-7': 'windows-1253',
  'iso-8859-8': 'windows-1255',
}

/** The set that fits best, if it stands out and all bytes fit it. */
export function guessCharset(bytes: Uint8Array): Guess | undefined {
  const sample = withoutTags(bytes.subarray(0, SAMPLE))
  const [best, next] = chardet.analyse(sample)
  const beyond = sample.reduce((count, byte) => count + (byte >= 0x80 ? 1 : 0), 0)
  const least = beyond >= MANY ? BELIEVED.many : BELIEVED.few
  if (!best || best.confidence < least || best.confidence < (next?.confidence ?? 0) * LEAD) return undefined
  const charset = encodingName(best.name)
  if (charset === undefined) return undefined
  const windows = WINDOWS[charset]
  const fitting = windows && sample.some((byte) => byte >= 0x80 && byte < 0xa0) ? windows : charset
  return decodesCleanly(bytes, fitting) ? {charset: fitting, confidence: best.confidence} : undefined
}

/** Whether bytes are a text in a character set, without a broken place. */
export function decodesCleanly(bytes: Uint8Array, charset: string): boolean {
  try {
    new TextDecoder(charset, {fatal: true}).decode(bytes)
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

/** The name that the Encoding standard has for a label; undefined for a label of nothing. */
export function encodingName(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** Tags are ASCII in every set that is looked for, and say nothing of the text. */
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

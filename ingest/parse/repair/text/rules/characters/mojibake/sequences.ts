import type {Edit} from '../../../../../trace/traced-text.ts'
import {type CodePage, western} from './code-pages.ts'

interface Sequence extends Edit {
  /** Length in UTF-16 units: 2 to 4, as UTF-8 bytes, or 6. */
  length: number
}

/** Minimum number of different sequences for a set that is rarely the culprit. */
const MIN_SEQUENCES = 3

/** Number of certain sequences that makes doubtful ones with the same lead plausible. */
const MANY = 8

/**
 * Find the parts of `value` that are UTF-8 read as `page`, with the intended text. Linear.
 *
 * @param value text to search
 * @param page character set that it was read as
 * @param places offsets of non-ASCII characters, in order
 */
export function sequences(value: string, page: CodePage, places: Iterable<number>): Edit[] {
  const found: Sequence[] = []
  let end = 0
  for (const at of places) {
    if (at < end) continue
    const one = sequenceAt(value, at, page)
    if (!one) continue
    found.push(one)
    end = one.end
  }
  if (!page.trusted) {
    if (believed(found, value, page)) return joined(found)
    return joined(found.filter((one) => isSign(one, value)))
  }
  const likely = found.map((one, index) => isLikely(one, found[index - 1], found[index + 1], value))
  // A lead that is certain in many places is one anywhere: words of one letter have no neighbours.
  const leads = new Map<string, number>()
  found.forEach((one, index) => {
    const lead = value[one.start] ?? ''
    if (likely[index]) leads.set(lead, (leads.get(lead) ?? 0) + 1)
  })
  const damaged = likely.filter(Boolean).length >= MIN_SEQUENCES
  return joined(
    found.filter(
      (one, index) =>
        likely[index] ||
        (leads.get(value[one.start] ?? '') ?? 0) >= MANY ||
        (damaged && isLatin(one.value) && /\p{Ll}/u.test(value[one.end] ?? '')),
    ),
  )
}

function sequenceAt(value: string, at: number, page: CodePage): Sequence | undefined {
  const lead = page.byteOf(value.charCodeAt(at))
  if (lead < 0xc2 || lead > 0xf4) return undefined
  if (lead === 0xed) return surrogatesAt(value, at, page)
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
  let code = lead & (0xff >> (length + 1))
  for (let index = 1; index < length; index++) {
    const byte = page.byteOf(value.charCodeAt(at + index))
    if ((byte & 0xc0) !== 0x80) return undefined
    code = (code << 6) | (byte & 0x3f)
  }
  const least = length === 2 ? 0x80 : length === 3 ? 0x800 : 0x10000
  if (code < least || code > 0x10ffff) return undefined
  // Invisible characters are not restored; a soft hyphen may still be a byte of text that was decoded wrongly twice.
  const hidden =
    code === 0xfeff ||
    (code >= 0x200b && code <= 0x200f && code !== 0x200c) ||
    (code >= 0x2060 && code <= 0x2064)
  return {start: at, end: at + length, length, value: hidden ? '' : String.fromCodePoint(code)}
}

/**
 * Read an astral character whose two surrogates were encoded separately (CESU-8), as in old databases, or a three-byte
 * character with the same beginning.
 */
function surrogatesAt(value: string, at: number, page: CodePage): Sequence | undefined {
  const bytes = [0, 1, 2, 3, 4, 5].map((index) => {
    const character = value.charCodeAt(at + index)
    // The no-break space of the first one is often a plain one by now.
    return character === 0x20 && (index === 1 || index === 4) ? 0xa0 : page.byteOf(character)
  })
  const code = (from: number): number => {
    const [, second = 0, third = 0] = bytes.slice(from)
    if (bytes[from] !== 0xed || (second & 0xc0) !== 0x80 || (third & 0xc0) !== 0x80) return 0
    return 0xd000 | ((second & 0x3f) << 6) | (third & 0x3f)
  }
  const [first, second] = [code(0), code(3)]
  if (first === 0) return undefined
  if (first < 0xd800) return {start: at, end: at + 3, length: 3, value: String.fromCharCode(first)}
  if (first > 0xdbff || second < 0xdc00) return undefined
  return {start: at, end: at + 6, length: 6, value: String.fromCharCode(first, second)}
}

/** Whether a sequence is a sign in place of a letter inside a word (`K├Ânig`, `K√∂nig`). */
function isSign(one: Sequence, value: string): boolean {
  return (
    /[\p{So}\p{Sm}]/u.test(value[one.start] ?? '') &&
    /^\p{L}$/u.test(one.value) &&
    (/\p{Ll}/u.test(value[one.start - 1] ?? '') || /\p{Ll}/u.test(value[one.end] ?? ''))
  )
}

/** Whether a sequence is plausible by its context: sound text has pairs that look like sequences (`CAFÉ”`). */
function isLikely(
  one: Sequence,
  before: Sequence | undefined,
  after: Sequence | undefined,
  value: string,
): boolean {
  if (one.length > 2) return true
  const first = value[one.start]
  if (first === 'Ã' || first === 'Â') return true
  if (before?.end === one.start || after?.start === one.end) return true
  if (one.value !== '' && !/\p{L}/u.test(one.value)) return false
  const previous = value[one.start - 1] ?? ' '
  const next = value[one.end] ?? ' '
  return /\p{Ll}/u.test(previous) || (/\p{Ll}/u.test(next) && !/\p{Lu}/u.test(previous))
}

/** Whether a character is a letter of a European language, which damaged text has in capitals, too. */
const isLatin = (character: string): boolean =>
  /^[\u00c0-\u024f]$/.test(character) && /\p{L}/u.test(character)

/** Whether there are enough sequences, with more of the set’s letters inside than outside. */
function believed(found: readonly Sequence[], value: string, page: CodePage): boolean {
  // One pair repeated is a name (`NESCAFÉ®`), and one that reads the same as Windows-1252 must look right as that.
  const own = found.filter(
    (one, index) =>
      isOwn(one, value, page) || one.length > 2 || isLikely(one, found[index - 1], found[index + 1], value),
  )
  if (new Set(own.map((one) => one.value)).size < MIN_SEQUENCES) return false
  let all = 0
  let inside = 0
  for (let at = 0; at < value.length; at++) {
    const code = value.charCodeAt(at)
    if (code >= 0x80 && page.byteOf(code) !== 0 && !/[“”‘’–—…«»\u00a0]/.test(value[at] ?? '')) all++
  }
  for (const one of found) inside += one.length
  return inside >= all * 0.7
}

/** Whether some character of a sequence is another byte in Windows-1252, or none. */
function isOwn({start, end}: Sequence, value: string, page: CodePage): boolean {
  for (let at = start; at < end; at++) {
    const code = value.charCodeAt(at)
    if (page.byteOf(code) !== western.byteOf(code)) return true
  }
  return false
}

/** Join touching sequences into one edit. */
function joined(found: readonly Sequence[]): Edit[] {
  const edits: Edit[] = []
  for (const {start, end, value} of found) {
    const last = edits.at(-1)
    if (last?.end === start) {
      last.end = end
      last.value += value
    } else edits.push({start, end, value})
  }
  return edits
}

/**
 * Bytes to text. The character set comes from the byte order mark, otherwise from the server or the page, unless the
 * bytes contradict it; otherwise valid UTF-8 is UTF-8, and statistics decide the rest.
 */
import {isUtf8} from 'node:buffer'
import sniff from 'html-encoding-sniffer'
import {InputError} from '../errors.ts'
import type {Repair} from '../findings/report.ts'
import {binaryFormat} from './binary.ts'
import {decodesCleanly, encodingName, guessCharset} from './statistics.ts'
import {detectUtf16} from './utf16.ts'

/** A decoded text. */
export interface Decoded {
  /** Without byte order mark. */
  text: string
  /** Canonical name in lower case, as in the Encoding standard. */
  charset: string
  /** Findings for editors; ranges are offsets in `text`. */
  notes: Repair[]
}

/** How to decode. */
export interface DecodeOptions {
  /** As the server declared it, including parameters. */
  contentType?: string | undefined
  /** Name of the input, for messages. */
  name?: string | undefined
}

/** Number of bytes searched for a `meta` with the character set. */
const PRESCAN_BYTES = 16_384
/** Number of bytes searched for anything beyond ASCII. */
const SAMPLE_BYTES = 65_536
/** Minimum confidence, out of 100, at which statistics override the server. */
const MIN_CONFIDENCE = 90
/** Maximum number of places in a finding. */
const MAX_PLACES = 100

/** Smallest lead byte of a character with more than `index` bytes. */
const LEADS = [0, 0xc2, 0xe0, 0xf0] as const

/**
 * Decode bytes.
 *
 * @throws {InputError} `empty` or `binary`.
 */
export function decode(bytes: Uint8Array, options: DecodeOptions = {}): Decoded {
  const name = options.name ?? 'The input'
  if (bytes.length === 0) {
    throw new InputError('empty', `${name} is empty: it has no bytes. Fetch the page again.`)
  }
  const wide = bytes[0] === 0xff || bytes[0] === 0xfe ? undefined : detectUtf16(bytes)
  const marked = /^(?:\xff\xfe|\xfe\xff|\xef\xbb\xbf)/.test(String.fromCharCode(...bytes.subarray(0, 3)))
  const binary = wide || marked ? undefined : binaryFormat(bytes)
  if (binary) {
    throw new InputError(
      'binary',
      `${name} is not text: it looks like ${binary}. Provide the HTML or text of an article.`,
    )
  }
  const {charset, guessed} = wide ? {charset: wide, guessed: true} : charsetOf(bytes, options.contentType)
  const text = new TextDecoder(charset).decode(bytes)
  if (text.trim() === '') {
    throw new InputError('empty', `${name} is empty: it holds only white space. Fetch the page again.`)
  }
  return {text, charset, notes: notesOn(text, charset, guessed)}
}

interface Found {
  charset: string
  /** Nobody named it, or what was named does not fit. */
  guessed: boolean
}

function charsetOf(bytes: Uint8Array, contentType: string | undefined): Found {
  const named = namedCharset(bytes, contentType)
  const valid = isUtf8(bytes) || isCutUtf8(bytes)
  // Non-ASCII bytes that are valid UTF-8 are nothing else, whatever a page assembled from copies declares.
  if (valid && (named === undefined || !/^(?:utf-16|iso-2022|hz|replacement)/.test(named))) {
    return {
      charset: 'utf-8',
      guessed: named !== 'utf-8' && !bytes.subarray(0, SAMPLE_BYTES).every((byte) => byte < 128),
    }
  }
  if (named !== undefined && named !== 'utf-8' && named !== 'replacement') return checkDeclared(bytes, named)
  if (mostlyUtf8(bytes)) return {charset: 'utf-8', guessed: named === undefined}
  const own = declaredByPage(bytes)
  if (own !== undefined && own !== 'utf-8' && own !== 'replacement' && decodesCleanly(bytes, own))
    return {charset: own, guessed: true}
  return {charset: guessCharset(bytes)?.charset ?? 'windows-1252', guessed: true}
}

/**
 * Use the declared set, unless the bytes do not fit it and fit the page’s own declaration or the statistics. Servers
 * add ISO-8859-1 to anything, and every byte fits it: there a certain guess is enough.
 */
function checkDeclared(bytes: Uint8Array, named: string): Found {
  const own = declaredByPage(bytes)
  const isDefault = named === 'windows-1252'
  if (!isDefault && decodesCleanly(bytes, named)) return {charset: named, guessed: false}
  const guessed = guessCharset(bytes)
  const isCertain = guessed !== undefined && (guessed.confidence >= MIN_CONFIDENCE || guessed.charset === own)
  if (
    isCertain &&
    guessed.charset !== named &&
    (!isDefault || guessed.charset === own || isMultiByte(guessed.charset))
  ) {
    return {charset: guessed.charset, guessed: true}
  }
  if (!isDefault && own !== undefined && own !== named && decodesCleanly(bytes, own))
    return {charset: own, guessed: true}
  return {charset: named, guessed: false}
}

const isMultiByte = (charset: string): boolean => /^(?:gb|big5|euc-|shift_jis)/.test(charset)

function namedCharset(bytes: Uint8Array, contentType: string | undefined): string | undefined {
  const label = /charset\s{0,3}=\s{0,3}["']?([\w.:-]{1,40})/i.exec(contentType ?? '')?.[1]
  return sniffed(bytes, label === undefined ? {} : {transportLayerEncodingLabel: label})
}

/** Read the page’s own declaration, ignoring the server. */
const declaredByPage = (bytes: Uint8Array): string | undefined => sniffed(bytes, {})

function sniffed(bytes: Uint8Array, transport: {transportLayerEncodingLabel?: string}): string | undefined {
  const xml = bytes[0] === 0x3c && bytes[1] === 0x3f
  const found =
    (xml ? sniff(bytes, {xml, ...transport, defaultEncoding: ''}) : '') ||
    sniff(bytes, {...transport, defaultEncoding: '', maxPrescanBytes: PRESCAN_BYTES})
  return found ? encodingName(found) : undefined
}

/** Whether bytes are UTF-8 that ends within a character: all before is valid, and some of it is beyond ASCII. */
function isCutUtf8(bytes: Uint8Array): boolean {
  for (let back = 1; back <= 3 && back < bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0
    // A byte that begins a character with more bytes than remain.
    const isCut = byte >= (LEADS[back] ?? 0xff) && byte <= 0xf4
    if (!isCut) continue
    const whole = bytes.subarray(0, bytes.length - back)
    return whole.some((one) => one > 127) && isUtf8(whole)
  }
  return false
}

/**
 * Whether bytes are UTF-8 with a few errors, as truncated or pasted pages have: far more sequences are valid than not.
 */
function mostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes.subarray(0, SAMPLE_BYTES * 4))
  const broken = text.match(/\ufffd/g)?.length ?? 0
  const sound = text.match(/[^\0-\x7f\ufffd]/g)?.length ?? 0
  return sound > broken * 4
}

function notesOn(text: string, charset: string, guessed: boolean): Repair[] {
  const notes: Repair[] = []
  const ranges = []
  for (
    let at = text.indexOf('\ufffd');
    at >= 0 && ranges.length < MAX_PLACES;
    at = text.indexOf('\ufffd', at + 1)
  ) {
    ranges.push({start: at, end: at + 1})
  }
  // One at the very end is half a character of a truncated source, which the text station reports.
  const isCutOnly = ranges.length === 1 && text.trimEnd().length === ranges[0]?.end && text.length > 1
  if (ranges.length > 0 && !(isCutOnly && charset === 'utf-8')) {
    notes.push({
      code: 'charset-fallback',
      message: `Some bytes are not valid ${charset}. They appear as replacement characters (�).`,
      ranges,
    })
  }
  if (guessed) {
    notes.push({
      code: 'charset-guessed',
      message: `No usable character set is named. The bytes were read as ${charset}.`,
      ranges: [{start: 0, end: 0}],
    })
  }
  return notes
}

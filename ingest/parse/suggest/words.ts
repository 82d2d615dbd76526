/** The words of an article, with their places. */
import type {BodyBlock} from '../../../schemas/body.ts'
import {type SpanPlace, spansOf} from './block-text.ts'

/** One use of a word. */
export interface WordUse {
  word: string
  place: SpanPlace
  /** Offset in the span's text. */
  at: number
}

/** Letters only: words with a digit, hyphen or apostrophe, and words in an address, are skipped. */
const WORD =
  /(?<![\p{L}\p{M}\p{N}@#/._\-‑'’&])[\p{L}\p{M}]+(?:['’]s)?(?![\p{L}\p{M}\p{N}@/_\-‑'’&]|\.[\p{L}\p{N}])/gu

/** Number of characters before a word that decide whether it begins a sentence. */
const LOOK_BACK = 24

/**
 * List the uses of each word, by its spelling without a possessive ending; at most two for words that begin in lower
 * case.
 */
export function wordUses(body: readonly BodyBlock[]): Map<string, WordUse[]> {
  const words = new Map<string, WordUse[]>()
  /** Short lower-case words whose two uses are recorded, as numbers: half of a text consists of them. */
  const common = new Set<number>()
  for (const place of spansOf(body)) {
    if (place.span.marks.includes('code')) continue
    const add = (word: string, at: number): void => {
      const uses = words.get(word)
      if (uses) {
        // Common words occur hundreds of times, and only the places of names are needed.
        if (uses.length < 2 || !isSmall(word)) uses.push({word, place, at})
        const number = uses.length < 2 ? Number.NaN : numberOf(word, 0, word.length)
        if (!Number.isNaN(number)) common.add(number)
      } else words.set(word, [{word, place, at}])
    }
    const {text} = place.span
    if (ABOVE_BMP.test(text)) {
      for (const match of text.matchAll(WORD)) add(match[0].replace(/['’]s$/u, ''), match.index)
    } else eachWord(text, common, add)
  }
  return words
}

/** Whether a word follows another one in its sentence, so that a capital is not the sentence’s. */
export function isInside({place, at}: WordUse): boolean {
  // Looking back over the whole text for each word would be quadratic.
  return (
    !place.display &&
    /[\p{L}\p{N},]["'“‘(]*\s+["'“‘(]*$/u.test(place.span.text.slice(Math.max(0, at - LOOK_BACK), at))
  )
}

/** Maximum number of letters that fit into a number. */
const MAX_LETTERS = 6

/** Encode a short lower-case word as a number; returns NaN for others, which are never common. */
function numberOf(text: string, start: number, end: number): number {
  if (end - start > MAX_LETTERS) return Number.NaN
  let number = 0
  for (let at = start; at < end; at++) {
    const letter = text.charCodeAt(at) - 96
    if (letter < 1 || letter > 26) return Number.NaN
    number = number * 27 + letter
  }
  return number
}

function isSmall(word: string): boolean {
  const code = word.charCodeAt(0)
  return code >= 97 && code <= 122
}

const ABOVE_BMP = /[\ud800-\udfff]/

/** Properties of a UTF-16 unit for word boundaries, as bits. */
const LETTER = 1
const NUMBER = 2
const MARK = 4
/** No word ends before it. */
const CLINGS_AFTER = 8
/** No word begins after it. */
const CLINGS_BEFORE = 16
const KNOWN = 32

/** Kinds of units by code, computed on first use: a regular expression per unit of a text is slow. */
const kinds = new Uint8Array(0x10000)

function kindOf(code: number): number {
  const known = kinds[code]
  if (known) return known
  const unit = String.fromCharCode(code)
  const kind =
    KNOWN |
    (/\p{L}/u.test(unit) ? LETTER : 0) |
    (/\p{M}/u.test(unit) ? MARK : 0) |
    (/\p{N}/u.test(unit) ? NUMBER : 0) |
    (/[@/_\-‑'’&]/.test(unit) ? CLINGS_AFTER : 0) |
    (/[@#/._\-‑'’&]/.test(unit) ? CLINGS_BEFORE : 0)
  kinds[code] = kind
  return kind
}

const [DOT, APOSTROPHE, QUOTE, SMALL_S] = [46, 39, 0x2019, 115]

/**
 * Find the matches of `WORD`, without a possessive ending, in a text of single-unit characters, except words that need
 * no more uses.
 */
function eachWord(
  text: string,
  common: ReadonlySet<number>,
  found: (word: string, at: number) => void,
): void {
  const {length} = text
  let before = 0
  for (let at = 0; at < length; ) {
    const kind = kindOf(text.charCodeAt(at))
    if ((kind & (LETTER | MARK)) === 0) {
      before = kind
      at++
      continue
    }
    const start = at
    while (at < length && kindOf(text.charCodeAt(at)) & (LETTER | MARK)) at++
    const end = at
    if ((before & (NUMBER | CLINGS_BEFORE)) === 0) {
      const code = text.charCodeAt(at)
      if ((code === APOSTROPHE || code === QUOTE) && text.charCodeAt(at + 1) === SMALL_S) at += 2
      if (!endsAt(text, at)) at = end
      else if (!common.has(numberOf(text, start, end))) found(text.slice(start, end), start)
    }
    before = kindOf(text.charCodeAt(at - 1))
  }
}

/** Whether a word may end at an offset. */
function endsAt(text: string, at: number): boolean {
  if (at >= text.length) return true
  const code = text.charCodeAt(at)
  if (kindOf(code) & (LETTER | MARK | NUMBER | CLINGS_AFTER)) return false
  return code !== DOT || at + 1 >= text.length || (kindOf(text.charCodeAt(at + 1)) & (LETTER | NUMBER)) === 0
}

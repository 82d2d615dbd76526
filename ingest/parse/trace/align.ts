/**
 * Align the value of a parsed text node with the raw HTML that it was read from.
 *
 * A parser decodes character references, turns CRLF into LF, drops NUL and joins text across tags that it ignores (a
 * stray `</b>`). Each of these is retraced here, so that every unit of the value knows its raw units. If that fails,
 * the rest of the value is mapped to the rest of the raw text: less exact, never wrong.
 */
import {characterEntitiesLegacy} from 'character-entities-legacy'
import {decodeNamedCharacterReference} from 'decode-named-character-reference'
import type {Run, SourceRange} from './traced-text.ts'

const legacy = new Set(characterEntitiesLegacy)
const reference = /&(?:#[xX]([0-9a-fA-F]{1,12})|#([0-9]{1,12})|([A-Za-z][A-Za-z0-9]{0,40}));?/y

/**
 * Compute runs that cover `value`, in offsets of `raw`, read from `pieces` of `raw` in order.
 *
 * @example
 *   align('a&amp;b</i>c', 'a&bc', [{start: 0, end: 12}])
 *   // a copied, & from [1, 6), b copied, c copied
 */
export function align(raw: string, value: string, pieces: readonly SourceRange[]): Run[] {
  const runs: Run[] = []
  let done = 0
  const copy = (start: number, length: number): void => {
    if (length === 0) return
    runs.push({length, start, end: start + length, copied: true})
    done += length
  }
  for (const piece of pieces) {
    let at = piece.start
    let from = at
    while (at < piece.end && done + at - from < value.length) {
      const code = raw.charCodeAt(at)
      const expected = value.charCodeAt(done + at - from)
      if (code === 60 /* < */) {
        const end = tagEnd(raw, at, piece.end)
        if (end > 0) {
          copy(from, at - from)
          at = end
          from = at
          continue
        }
      } else if (code === 38 /* & */) {
        const decoded = decodeAt(raw, at, value, done + at - from)
        if (decoded) {
          copy(from, at - from)
          runs.push({length: decoded.length, start: at, end: decoded.end, copied: false})
          done += decoded.length
          at = decoded.end
          from = at
          continue
        }
      }
      if (code === expected) {
        at++
        continue
      }
      copy(from, at - from)
      if (code === 13 /* CR */ && expected === 10) {
        const end = raw.charCodeAt(at + 1) === 10 ? at + 2 : at + 1
        runs.push({length: 1, start: at, end, copied: false})
        done++
        at = end
      } else if (code === 0 && expected === 0xfffd) {
        runs.push({length: 1, start: at, end: at + 1, copied: false})
        done++
        at++
      } else if (code === 0 || code === 10 || code === 12 || code === 13 || code === 32 || code === 9) {
        // Dropped by the parser: NUL, and the newline right after `<pre>`.
        at++
      } else {
        return rest(runs, value.length - done, at, pieces.at(-1)?.end ?? at)
      }
      from = at
    }
    copy(from, Math.min(at - from, value.length - done))
  }
  const last = pieces.at(-1)?.end ?? 0
  return done < value.length ? rest(runs, value.length - done, runs.at(-1)?.end ?? last, last) : runs
}

function rest(runs: Run[], length: number, start: number, end: number): Run[] {
  if (length > 0) runs.push({length, start: Math.min(start, end), end, copied: false})
  return runs
}

/**
 * Match the reference at `at` if its decoded form is at `place` of the value; returns its length there and its end in
 * `raw`.
 */
function decodeAt(
  raw: string,
  at: number,
  value: string,
  place: number,
): {length: number; end: number} | undefined {
  reference.lastIndex = at
  const match = reference.exec(raw)
  if (!match) return undefined
  const [whole, hex, decimal, name] = match
  if (name === undefined) {
    // Decoded to one code point, whatever it is; a bare `&#` that the parser kept stays text.
    if (value.charCodeAt(place) === 38 && Number(decimal ?? `0x${hex}`) !== 38) return undefined
    return {length: (value.codePointAt(place) ?? 0) > 0xffff ? 2 : 1, end: at + whole.length}
  }
  if (whole.endsWith(';')) {
    const decoded = decodeNamedCharacterReference(name)
    if (decoded && value.startsWith(decoded, place)) return {length: decoded.length, end: at + whole.length}
  }
  for (let length = Math.min(name.length, 6); length > 1; length--) {
    const part = name.slice(0, length)
    if (!legacy.has(part)) continue
    const decoded = decodeNamedCharacterReference(part)
    if (!decoded || !value.startsWith(decoded, place)) continue
    const end = at + 1 + length
    return {length: decoded.length, end: raw.charCodeAt(end) === 59 ? end + 1 : end}
  }
  return undefined
}

/** Find the end of the tag or comment that begins at `at`; 0 if `<` is text. */
export function tagEnd(raw: string, at: number, limit: number): number {
  const next = raw.charCodeAt(at + 1) | 32
  const first = raw.charCodeAt(at + 1)
  if (first === 33 /* ! */ && raw.startsWith('<!--', at)) {
    const end = raw.indexOf('-->', at + 4)
    return end < 0 || end + 3 > limit ? limit : end + 3
  }
  if (first === 33 || first === 63 /* ? */) {
    const end = raw.indexOf('>', at)
    return end < 0 || end >= limit ? limit : end + 1
  }
  const letter = first === 47 /* / */ ? raw.charCodeAt(at + 2) | 32 : next
  if (letter < 97 || letter > 122) {
    if (first !== 47) return 0
    const end = raw.indexOf('>', at)
    return end < 0 || end >= limit ? limit : end + 1
  }
  let quote = 0
  let afterEquals = false
  for (let index = at + 2; index < limit; index++) {
    const code = raw.charCodeAt(index)
    if (quote) {
      if (code === quote) quote = 0
    } else if (code === 62) return index + 1
    else if ((code === 34 || code === 39) && afterEquals) quote = code
    if (code === 61) afterEquals = true
    else if (code > 32) afterEquals = false
  }
  return limit
}

/**
 * Whether a text is a tag that stops before its end, as `<a class="lead" href="https://exam` is: a name, then attributes of
 * which the last may be incomplete. One pass from left to right, because a value in quotes may end at its closing quote or,
 * where that is lost, at any space: an expression would try every combination of both.
 */

const MAX_NAME_LENGTH = 16
const MAX_ATTRIBUTE_LENGTH = 40
const MAX_QUOTED_LENGTH = 2000
const MAX_BARE_LENGTH = 200

/** Offset after a run of characters that `accepts` lets through. */
function runFrom(text: string, from: number, accepts: RegExp): number {
  let at = from
  while (at < text.length && accepts.test(text.charAt(at))) at++
  return at
}

const space = /\s/
const letterOrDigit = /[a-zA-Z0-9]/
const ofAttribute = /[\w:-]/
const ofBareValue = /[^\s"'<>]/

/** Whether the whole text is one tag without its closing bracket. */
export function isCutTag(text: string): boolean {
  if (text.indexOf('<', 1) > 0) return false
  const nameStart = text.charAt(1) === '/' ? 2 : 1
  const nameEnd = runFrom(text, nameStart, letterOrDigit)
  if (!/^<\/?[a-zA-Z]/.test(text) || nameEnd - nameStart > MAX_NAME_LENGTH) return false
  /** Offsets where the tag's name or an attribute may end. */
  const ends = new Set([nameEnd])
  /** Whether the character before is a space between attributes. */
  let afterSpace = false
  for (let at = nameEnd; at < text.length; at++) {
    const here = text.charAt(at)
    if (space.test(here)) {
      afterSpace ||= ends.has(at)
      continue
    }
    if (afterSpace) readAttribute(text, at, ends)
    afterSpace = false
  }
  return afterSpace || ends.has(text.length)
}

/** Adds the offsets where the attribute that begins at `start` may end. */
function readAttribute(text: string, start: number, ends: Set<number>): void {
  const nameEnd = runFrom(text, start, ofAttribute)
  if (nameEnd === start || nameEnd - start > MAX_ATTRIBUTE_LENGTH) return
  ends.add(nameEnd)
  const equals = space.test(text.charAt(nameEnd)) ? nameEnd + 1 : nameEnd
  if (text.charAt(equals) !== '=') return
  readValue(text, equals + 1, ends)
  if (space.test(text.charAt(equals + 1))) readValue(text, equals + 2, ends)
}

/** Adds the offsets where the value that begins at `start` may end. */
function readValue(text: string, start: number, ends: Set<number>): void {
  const quote = text.charAt(start)
  if (quote !== '"' && quote !== "'") {
    const end = runFrom(text, start, ofBareValue)
    if (end - start <= MAX_BARE_LENGTH) ends.add(end)
    return
  }
  const closing = text.indexOf(quote, start + 1)
  const last = Math.min(closing < 0 ? text.length : closing, start + 1 + MAX_QUOTED_LENGTH)
  for (let at = start + 1; at <= last; at++) ends.add(at)
  if (closing === last) ends.add(closing + 1)
}

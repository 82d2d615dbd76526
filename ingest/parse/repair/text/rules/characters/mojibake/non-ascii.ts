/** Non-ASCII characters of a text and their offsets, each computed once for all rules. */
import type {TracedText} from '../../../../../trace/traced-text.ts'

const characters = new WeakMap<TracedText, string>()
const places = new WeakMap<TracedText, readonly number[]>()

/** List each non-ASCII UTF-16 unit of a text, once, in order of occurrence. */
export function nonAsciiCharacters(text: TracedText): string {
  const found = characters.get(text) ?? charactersIn(text.value)
  characters.set(text, found)
  return found
}

/** List the offsets of all non-ASCII UTF-16 units of a text, in order. Few texts need them. */
export function nonAsciiPlaces(text: TracedText): readonly number[] {
  const found = places.get(text) ?? placesIn(text.value)
  places.set(text, found)
  return found
}

const NON_ASCII = /[^\0-\x7f]/g

/** Which units have been seen, all 0 between two calls: to clear those that were costs less than a new array for each text. */
const seen = new Uint8Array(0x10000)

function charactersIn(value: string): string {
  NON_ASCII.lastIndex = 0
  if (!NON_ASCII.test(value)) return ''
  const codes: number[] = []
  for (let at = NON_ASCII.lastIndex - 1; at < value.length; at++) {
    const code = value.charCodeAt(at)
    if (code < 0x80 || seen[code] === 1) continue
    seen[code] = 1
    codes.push(code)
  }
  for (const code of codes) seen[code] = 0
  return codes.map((code) => String.fromCharCode(code)).join('')
}

function placesIn(value: string): number[] {
  const found: number[] = []
  for (let at = 0; at < value.length; at++) if (value.charCodeAt(at) >= 0x80) found.push(at)
  return found
}

/** Non-ASCII characters of a text and their offsets, computed once for all rules. */
import type {TracedText} from '../../../../../trace/traced-text.ts'

interface Beyond {
  /** Each non-ASCII UTF-16 unit, once, in order of occurrence. */
  characters: string
  /** Offsets of such units, in order. */
  places: readonly number[]
}

const known = new WeakMap<TracedText, Beyond>()
const none: Beyond = {characters: '', places: []}

/** List each non-ASCII UTF-16 unit of a text, once, in order of occurrence. */
export const nonAsciiCharacters = (text: TracedText): string => beyondAscii(text).characters

/** List the offsets of all non-ASCII UTF-16 units of a text, in order. */
export const nonAsciiPlaces = (text: TracedText): readonly number[] => beyondAscii(text).places

function beyondAscii(text: TracedText): Beyond {
  const found = known.get(text) ?? collect(text.value)
  known.set(text, found)
  return found
}

const BEYOND = /[^\0-\x7f]/g

function collect(value: string): Beyond {
  BEYOND.lastIndex = 0
  if (!BEYOND.test(value)) return none
  const seen = new Uint8Array(0x10000)
  const list: string[] = []
  const places: number[] = []
  for (let at = BEYOND.lastIndex - 1; at < value.length; at++) {
    const code = value.charCodeAt(at)
    if (code < 0x80) continue
    places.push(at)
    if (seen[code] === 1) continue
    seen[code] = 1
    list.push(String.fromCharCode(code))
  }
  return {characters: list.join(''), places}
}

/** Which characters beyond ASCII a text has and where, told once for every rule that looks for some of them. */
import type {TracedText} from '../../../../../trace/traced-text.ts'

interface Beyond {
  /** Each UTF-16 unit beyond ASCII, once, in the order in which they come. */
  characters: string
  /** Where such units stand, in order. */
  places: readonly number[]
}

const known = new WeakMap<TracedText, Beyond>()
const none: Beyond = {characters: '', places: []}

/** Each UTF-16 unit beyond ASCII that a text has, once, in the order in which they come. */
export const nonAsciiCharacters = (text: TracedText): string => beyondAscii(text).characters

/** Offsets of all UTF-16 units beyond ASCII of a text, in order. */
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

/** Which characters beyond ASCII a text has, told once for every rule that looks for some of them. */
import type {TracedText} from '../../../../trace/traced-text.ts'

const known = new WeakMap<TracedText, string>()

/** Each UTF-16 unit beyond ASCII that a text has, once, in the order in which they come. */
export function charactersOf(text: TracedText): string {
  const found = known.get(text) ?? collect(text.value)
  known.set(text, found)
  return found
}

function collect(value: string): string {
  if (!/[^\0-\x7f]/.test(value)) return ''
  const seen = new Uint8Array(0x10000)
  const list: string[] = []
  for (let at = 0; at < value.length; at++) {
    const code = value.charCodeAt(at)
    if (code < 0x80 || seen[code] === 1) continue
    seen[code] = 1
    list.push(String.fromCharCode(code))
  }
  return list.join('')
}

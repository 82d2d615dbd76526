import {decodeNamedCharacterReference} from 'decode-named-character-reference'
import type {Edit, TracedText} from '../../../../../trace/traced-text.ts'
import {apply} from '../../../rule.ts'

const reference = /&(?:#x([0-9a-f]{2,4})|#(\d{3,5})|([a-z]{2,8}));/gi
/** Two or more consecutive references to non-ASCII characters, possibly among such characters. */
const run = /(?:&(?:#x[0-9a-f]{2,4}|#\d{3,5}|[a-z]{2,8});|[\u0080-\uffff]){2,24}/gi

/**
 * Decode consecutive references (`&acirc;&euro;&trade;`), which may be wrongly decoded bytes. A parser reads the same
 * text; returns the same object if there are none.
 */
export function decodeReferences(text: TracedText): TracedText {
  if (!text.value.includes('&')) return text
  const edits: Edit[] = []
  for (const match of text.value.matchAll(run)) {
    if (!match[0].includes('&')) continue
    const value = decode(match[0])
    if (value !== match[0]) edits.push({start: match.index, end: match.index + match[0].length, value})
  }
  return edits.length > 0 ? apply(text, edits) : text
}

/** Decode references to non-ASCII characters only. */
function decode(text: string): string {
  return text.replace(
    reference,
    (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
      const character = name
        ? decodeNamedCharacterReference(name)
        : String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal))
      return character && character.charCodeAt(0) > 0x7f ? character : whole
    },
  )
}

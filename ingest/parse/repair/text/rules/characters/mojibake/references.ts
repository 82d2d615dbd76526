import {decodeNamedCharacterReference} from 'decode-named-character-reference'
import type {Edit, TracedText} from '../../../../../trace/traced-text.ts'
import {apply} from '../../../rule.ts'

const reference = /&(?:#x([0-9a-f]{2,4})|#(\d{3,5})|([a-z]{2,8}));/gi
/** Two references or more of characters beyond ASCII, in a row or among such characters. */
const run = /(?:&(?:#x[0-9a-f]{2,4}|#\d{3,5}|[a-z]{2,8});|[\u0080-\uffff]){2,24}/gi

/**
 * Text with characters in place of references that stand in a row (`&acirc;&euro;&trade;`): they may be bytes that were
 * decoded wrongly. A parser reads it as the same text; the same object where there is none.
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

/** References to characters beyond ASCII decoded, others left. */
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

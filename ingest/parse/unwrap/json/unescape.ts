/** Undoes the escapes of JSON strings. */
import type {Edit, SourceRange, TracedText} from '../../trace/traced-text.ts'
import {edit, slice} from '../../trace/traced-text.ts'

const escaped = /\\(?:u([0-9a-fA-F]{4})|(.))/g
const plain: Record<string, string> = {b: '', f: '\n', n: '\n', r: '\r', t: '\t'}

/** Edits that undo the escapes of a string, with offsets of its document. */
export function escapesIn(value: string, {start, end}: SourceRange): Edit[] {
  return Array.from(value.slice(start, end).matchAll(escaped), (match) => {
    const [whole, code, character = ''] = match
    const at = start + match.index
    const decoded = code ? String.fromCharCode(Number.parseInt(code, 16)) : (plain[character] ?? character)
    return {start: at, end: at + whole.length, value: decoded}
  })
}

/** The content of a string with its escapes undone, traced to the source. */
export function unescaped(text: TracedText, string: SourceRange): TracedText {
  const edits = escapesIn(text.value, string).map((one) => ({
    ...one,
    start: one.start - string.start,
    end: one.end - string.start,
  }))
  return edit(slice(text, string.start, string.end), edits)
}

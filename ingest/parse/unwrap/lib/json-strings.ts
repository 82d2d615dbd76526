/** Where the strings of a JSON document stand, and under which keys. */
import type {SourceRange} from '../../trace/traced-text.ts'

export interface JsonString extends SourceRange {
  /** Keys from the outside in; `*` for a place in an array. The range is that of the content, without quotes. */
  path: string[]
}

/** Deepest document that is looked into: one that carries an article is shallow. */
const DEEPEST = 100

/** Strings that are values, in order; none where the text is no JSON document. */
export function jsonStrings(value: string): JsonString[] {
  if (!isJson(value) && !isCutJson(value)) return []
  const found: JsonString[] = []
  /** The key each open object or array stands at, outermost first. */
  const open: {array: boolean; key: string}[] = []
  for (let at = 0; at < value.length; at++) {
    const character = value[at]
    if (character === '{' || character === '[') {
      if (open.length === DEEPEST) return []
      open.push({array: character === '[', key: '*'})
    } else if (character === '}' || character === ']') open.pop()
    else if (character === '"') {
      const end = endOfString(value, at + 1)
      const top = open.at(-1)
      if (top && !top.array && isKey(value, end + 1)) top.key = value.slice(at + 1, end)
      else found.push({start: at + 1, end: end - cutEscape(value, end), path: open.map(({key}) => key)})
      at = end
    }
  }
  return found
}

function isJson(value: string): boolean {
  const [first] = value.slice(0, 1000).trimStart()
  if (first !== '{' && first !== '[' && first !== '"') return false
  const last = value.slice(-1000).trimEnd().at(-1)
  if (last !== '}' && last !== ']' && last !== '"') return false
  try {
    JSON.parse(value)
    return true
  } catch (error) {
    if (error instanceof SyntaxError) return false
    throw error
  }
}

const FIRST_KEY = /^\s{0,99}[{[]\s{0,99}(?:[{[]\s{0,99})?"[^"\\]{1,80}"\s{0,9}:/

/** Whether a text is the start of a JSON document: all its tokens are sound, and it ends before they do. */
export function isCutJson(value: string): boolean {
  if (!FIRST_KEY.test(value.slice(0, 400))) return false
  let depth = 0
  for (let at = 0; at < value.length; ) {
    const character = value[at] ?? ''
    if (character === '"') {
      at = endOfString(value, at + 1) + 1
      continue
    }
    if (character === '{' || character === '[') depth++
    else if (character === '}' || character === ']') depth--
    else if (!/[\s,:\d.eE+\-truefalsn]/.test(character)) return false
    at++
  }
  return depth > 0
}

/** Length of an escape that the end of the text cuts, at the end of a string. */
function cutEscape(value: string, end: number): number {
  return end < value.length
    ? 0
    : (/(?:^|[^\\])(\\(?:u[\da-f]{0,3})?)$/i.exec(value.slice(-8))?.[1]?.length ?? 0)
}

/** Offset of the quote that ends a string, or of the end of a text that was cut. */
function endOfString(value: string, from: number): number {
  for (let at = from; at < value.length; at++) {
    if (value[at] === '\\') at++
    else if (value[at] === '"') return at
  }
  return value.length
}

function isKey(value: string, from: number): boolean {
  let at = from
  while (/\s/.test(value[at] ?? '')) at++
  return value[at] === ':'
}

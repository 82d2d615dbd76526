/**
 * JSON as pages contain it: trailing commas, line breaks in strings, comments, truncated data, several values in one
 * script. Read with an explicit stack, in one pass; anything that cannot be read as JSON is skipped.
 */
import {parse as parseSafely} from 'secure-json-parse'

type Frame =
  | {value: unknown[]; isList: true}
  | {value: Record<string, unknown>; isList: false; key?: string | undefined}

/**
 * Parse the values in a script; none if it holds nothing like JSON. The keys `__proto__` and `constructor` never set a
 * prototype.
 */
export function parseLeniently(source: string): unknown[] {
  try {
    return [parseSafely(source, null, {protoAction: 'remove', constructorAction: 'remove'})]
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  return read(source)
}

function read(source: string): unknown[] {
  const roots: unknown[] = []
  const stack: Frame[] = []
  const put = (value: unknown): void => {
    const top = stack.at(-1)
    if (!top) {
      if (typeof value === 'object') roots.push(value)
    } else if (top.isList) top.value.push(value)
    else if (top.key === undefined) {
      if (typeof value === 'string') top.key = value
    } else {
      if (top.key !== '__proto__' && top.key !== 'constructor') top.value[top.key] = value
      top.key = undefined
    }
  }
  let at = 0
  while (at < source.length) {
    const mark = source[at]
    if (mark === '{' || mark === '[') {
      const frame: Frame = mark === '[' ? {value: [], isList: true} : {value: {}, isList: false}
      put(frame.value)
      stack.push(frame)
      at++
    } else if (mark === '}' || mark === ']') {
      stack.pop()
      at++
    } else if (mark === '"') {
      const {text, next} = stringAt(source, at)
      put(text)
      at = next
    } else if (mark === ',') {
      const top = stack.at(-1)
      if (top && !top.isList) top.key = undefined
      at++
    } else if (stack.length > 0 && mark !== undefined && /[-\d.a-z]/i.test(mark)) {
      const end = wordEnd(source, at)
      put(wordOf(source.slice(at, end)))
      at = end
    } else at++
  }
  return roots
}

/**
 * Read a string up to the quotation mark after which the data continues. Unescaped quotation marks may occur inside
 * words.
 */
function stringAt(source: string, start: number): {text: string; next: number} {
  let text = ''
  let from = start + 1
  let at = from
  for (; at < source.length; at++) {
    const unit = source[at]
    if (unit === '\\') {
      const escaped = source[at + 1] ?? ''
      const isCode = escaped === 'u' && /^[\da-f]{4}$/i.test(source.slice(at + 2, at + 6))
      const meant = isCode
        ? String.fromCharCode(Number.parseInt(source.slice(at + 2, at + 6), 16))
        : (ESCAPES[escaped] ?? escaped)
      text += source.slice(from, at) + meant
      at += isCode ? 5 : 1
      from = at + 1
    } else if (unit === '"' && isEnd(source, at + 1)) break
  }
  return {text: text + source.slice(from, at), next: at + 1}
}

const ESCAPES: Readonly<Record<string, string>> = {b: ' ', f: ' ', n: '\n', r: '\n', t: '\t'}

/** Maximum white space to look past; more is no layout that anyone writes. */
const MAX_WHITE_SPACE = 200

function isEnd(source: string, at: number): boolean {
  for (let next = at; next < at + MAX_WHITE_SPACE; next++) {
    const unit = source[next]
    if (unit === undefined || /[,:}\]]/.test(unit)) return true
    if (!/\s/.test(unit)) return false
  }
  return false
}

function wordEnd(source: string, at: number): number {
  let end = at
  while (end < source.length && /[-+.\w]/.test(source[end] ?? '')) end++
  return Math.max(end, at + 1)
}

function wordOf(word: string): unknown {
  if (word === 'true' || word === 'false') return word === 'true'
  if (word === 'null') return null
  const number = Number(word)
  return Number.isNaN(number) ? word : number
}

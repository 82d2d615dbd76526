/** Sound tags in text, found as an HTML parser finds them. */
import type {SourceRange} from '../../../trace/traced-text.ts'
import {runsIntoText} from './runs-into-text.ts'

/** A sound tag, with its range in the text. */
export interface Tag {
  start: number
  end: number
  /** Lower case. */
  name: string
  closing: boolean
  /** Whether it is written `<name/>`. */
  selfClosing: boolean
}

/** Elements whose content is not markup. */
export const rawElements: ReadonlySet<string> = new Set([
  'script',
  'style',
  'textarea',
  'title',
  'iframe',
  'noembed',
  'noframes',
  'xmp',
])

/** Call `onTag` for each sound tag and `onOther` for any other range of markup, in order. */
export function walkMarkup(
  value: string,
  onTag: (tag: Tag) => void,
  onOther?: (range: SourceRange) => void,
): void {
  /** Raw elements that nothing closes from here on: searched once. */
  const unclosed = new Set<string>()
  let at = value.indexOf('<')
  while (at >= 0) {
    const end = skipNonTag(value, at)
    if (end > at) {
      onOther?.({start: at, end})
      at = value.indexOf('<', end)
      continue
    }
    const tag = tagAt(value, at)
    if (!tag) {
      at = value.indexOf('<', at + 1)
      continue
    }
    onTag(tag)
    at = value.indexOf('<', tag.end)
    if (!tag.closing && !tag.selfClosing && rawElements.has(tag.name) && !unclosed.has(tag.name)) {
      const close = closeOf(value, tag.name, tag.end)
      if (close < 0) unclosed.add(tag.name)
      else {
        if (close > tag.end) onOther?.({start: tag.end, end: close})
        at = close
      }
    }
  }
}

/** Find the end of a comment, declaration or instruction that begins at `at`; returns `at` if there is none. */
export function skipNonTag(value: string, at: number): number {
  const next = value.charCodeAt(at + 1)
  if (next !== 33 /* ! */ && next !== 63 /* ? */) return at
  if (value.startsWith('<!--', at)) {
    const end = value.indexOf('-->', at + 4)
    return end < 0 ? value.length : end + 3
  }
  const end = value.indexOf('>', at)
  return end < 0 ? value.length : end + 1
}

/** Maximum length of an element’s name, in UTF-16 units. */
const MAX_NAME_LENGTH = 31

/** Read the sound tag that begins at `at`, if there is one: closed by `>` before the next `<` outside quotes. */
export function tagAt(value: string, at: number): Tag | undefined {
  const closing = value.charCodeAt(at + 1) === 47 /* / */
  const from = closing ? at + 2 : at + 1
  if (!isLetter(value.charCodeAt(from))) return undefined
  let to = from + 1
  while (isNameUnit(value.charCodeAt(to))) to++
  if (to - from > MAX_NAME_LENGTH || !endsName(value.charCodeAt(to))) return undefined
  const end = endOfAttributes(value, to)
  if (end < 0) return undefined
  const name = value.slice(from, to).toLowerCase()
  if (end - to > 1 && runsIntoText(value.slice(to, end - 1), name, closing)) return undefined
  return {
    start: at,
    end,
    name,
    closing,
    selfClosing: value.charCodeAt(end - 2) === 47,
  }
}

const isLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122

/** Whether a unit is a letter, digit, colon or hyphen. */
const isNameUnit = (code: number): boolean => isLetter(code) || (code >= 48 && code <= 58) || code === 45

/** Whether a unit is white space, a slash or a bracket; NaN at the end of the text is not. */
const endsName = (code: number): boolean =>
  code === 62 || code === 47 || (code < 128 ? isSpaceUnit(code) : /\s/.test(String.fromCharCode(code)))

const isSpaceUnit = (code: number): boolean => code === 32 || (code >= 9 && code <= 13)

/** Attributes up to so many UTF-16 units are walked without a record. */
const SHORT = 500

/**
 * Where attributes end, by the quotation marks of the last text that open a value far from a tag's name. Many tags may run
 * over the same quotation marks, since each `<` in a value may begin one: each mark is walked over once.
 */
let far: {value: string; ends: Map<number, number>} = {value: '', ends: new Map()}

/** Find the offset after the `>` that ends attributes starting at `from`; -1 if a `<` or the end comes first. */
function endOfAttributes(value: string, from: number): number {
  const passed: number[] = []
  const end = walkAttributes(value, from, passed)
  for (const quote of passed) far.ends.set(quote, end)
  return end
}

/** The same; `passed` gets the quotation marks to record. */
function walkAttributes(value: string, from: number, passed: number[]): number {
  let afterEquals = false
  for (let at = from; at < value.length; at++) {
    const code = value.charCodeAt(at)
    if (code === 62 /* > */) return at + 1
    if (code === 60 /* < */) return -1
    if ((code === 34 || code === 39) && afterEquals) {
      if (at - from > SHORT) {
        if (far.value !== value) far = {value, ends: new Map()}
        const known = far.ends.get(at)
        if (known !== undefined) return known
        passed.push(at)
      }
      const close = value.indexOf(code === 34 ? '"' : "'", at + 1)
      // A quote around many tags is unpaired; one around none may contain the data of a script.
      if (close < 0 || (close - at > 20_000 && value.lastIndexOf('<', close) > at)) return -1
      at = close
      afterEquals = false
    } else if (code === 61 /* = */) afterEquals = true
    else if (code > 32) afterEquals = false
  }
  return -1
}

function closeOf(value: string, name: string, from: number): number {
  for (let at = value.indexOf('</', from); at >= 0; at = value.indexOf('</', at + 2)) {
    if (value.slice(at + 2, at + 2 + name.length).toLowerCase() === name) return at
  }
  return -1
}

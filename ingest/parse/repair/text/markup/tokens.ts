/** A text as tags, words and line breaks, for the rules about structure. */
import type {TracedText} from '../../../trace/traced-text.ts'
import {isBlock} from './names.ts'
import {opaqueElements} from './opaque.ts'
import {type Tag, walkMarkup} from './tags.ts'

interface Place {
  start: number
  end: number
}

/** A token, with its range in the text. */
export type Token =
  /** A tag inside running text. */
  | (Place & {type: 'inline'; tag: Tag})
  /** A tag that separates blocks. */
  | (Place & {type: 'block'; tag: Tag})
  /** Contains a character that is not white space, and no line break. */
  | (Place & {type: 'text'})
  /** A whole element whose content is not text. */
  | (Place & {type: 'opaque'; name: string})
  | (Place & {type: 'newline'})

/** A tag that separates blocks. */
export type BlockToken = Extract<Token, {type: 'block'}>

/** Cached tokens: most texts pass from rule to rule unchanged. */
const known = new WeakMap<TracedText, readonly Token[]>()

/** List the tokens of a text, in order, without white space and comments. */
export function tokensOf(text: TracedText): readonly Token[] {
  const list = known.get(text) ?? tokenize(text.value)
  known.set(text, list)
  return list
}

function tokenize(value: string): Token[] {
  const found: Token[] = []
  let at = 0
  /** The open opaque element. */
  let inside: {name: string; start: number} | undefined
  const passed = (start: number, end: number): void => {
    if (!inside) pushText(found, value, at, start)
    at = end
  }
  walkMarkup(
    value,
    (tag) => {
      passed(tag.start, tag.end)
      if (inside) {
        if (!tag.closing || tag.name !== inside.name) return
        found.push({type: 'opaque', name: inside.name, start: inside.start, end: tag.end})
        inside = undefined
      } else if (!tag.closing && !tag.selfClosing && opaqueElements.has(tag.name))
        inside = {name: tag.name, start: tag.start}
      else found.push({type: isBlock(tag.name) ? 'block' : 'inline', tag, start: tag.start, end: tag.end})
    },
    ({start, end}) => passed(start, end),
  )
  if (inside) found.push({type: 'opaque', name: inside.name, start: inside.start, end: value.length})
  else pushText(found, value, at, value.length)
  return found
}

function pushText(found: Token[], value: string, from: number, to: number): void {
  let start = from
  while (start < to) {
    let end = value.indexOf('\n', start)
    if (end < 0 || end > to) end = to
    let a = start
    while (a < end && isSpace(value.charCodeAt(a))) a++
    let b = end
    while (b > a && isSpace(value.charCodeAt(b - 1))) b--
    if (b > a) found.push({type: 'text', start: a, end: b})
    if (end < to) found.push({type: 'newline', start: end, end: end + 1})
    start = end + 1
  }
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 160 || code === 0xfeff
}

/** Group tokens by line, without the line breaks. */
export function tokenLines(list: readonly Token[]): Token[][] {
  const lines: Token[][] = [[]]
  for (const token of list) {
    if (token.type === 'newline') lines.push([])
    else lines.at(-1)?.push(token)
  }
  return lines
}

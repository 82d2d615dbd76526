/** Text cut into tags, words and line breaks: what the rules about structure walk over. */
import type {TracedText} from '../../../trace/traced-text.ts'
import {isBlock} from './names.ts'
import {opaqueElements} from './opaque.ts'
import {type Tag, walkMarkup} from './tags.ts'

interface Place {
  start: number
  end: number
}

export type Token =
  /** A tag inside running text. */
  | (Place & {type: 'inline'; tag: Tag})
  /** A tag that parts blocks. */
  | (Place & {type: 'block'; tag: Tag})
  /** Has a character that is not white space; no line break inside. */
  | (Place & {type: 'text'})
  /** An element whose inside is its own business, whole. */
  | (Place & {type: 'opaque'; name: string})
  | (Place & {type: 'newline'})

export type BlockToken = Extract<Token, {type: 'block'}>

/** Tokens by text: most texts pass from rule to rule as they are. */
const known = new WeakMap<TracedText, readonly Token[]>()

/** Tokens of a text, in order. White space between them and comments are left out. */
export function tokensOf(text: TracedText): readonly Token[] {
  const list = known.get(text) ?? tokenize(text.value)
  known.set(text, list)
  return list
}

function tokenize(value: string): Token[] {
  const found: Token[] = []
  let at = 0
  /** The opaque element that is open. */
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

/** Tokens line by line; those that end a line are left out. */
export function tokenLines(list: readonly Token[]): Token[][] {
  const lines: Token[][] = [[]]
  for (const token of list) {
    if (token.type === 'newline') lines.push([])
    else lines.at(-1)?.push(token)
  }
  return lines
}

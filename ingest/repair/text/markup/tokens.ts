/** Text cut into tags, words and line breaks: what the rules about structure walk over. */
import {type Tag, tags} from './tags.ts'

export type Token =
  | {type: 'tag'; start: number; end: number; tag: Tag}
  /** Has a character that is not white space; no line break inside. */
  | {type: 'text'; start: number; end: number}
  | {type: 'newline'; start: number; end: number}

/** Elements whose line breaks and content are their own business. */
const opaque = new Set(['pre', 'script', 'style', 'textarea', 'title', 'svg', 'iframe', 'noscript', 'head'])

/** Tokens of `value`, in order. White space between them is left out; the inside of opaque elements too. */
export function tokens(value: string): Token[] {
  const found: Token[] = []
  let at = 0
  let inside: string | undefined
  for (const tag of tags(value)) {
    if (inside === undefined) pushText(found, value, at, tag.start)
    if (inside === undefined || (tag.closing && tag.name === inside)) {
      found.push({type: 'tag', start: tag.start, end: tag.end, tag})
      inside = undefined
      if (!tag.closing && !tag.selfClosing && opaque.has(tag.name)) inside = tag.name
    }
    at = tag.end
  }
  if (inside === undefined) pushText(found, value, at, value.length)
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
    if (b > a && !(value.startsWith('<!--', a) && value.startsWith('-->', b - 3))) {
      found.push({type: 'text', start: a, end: b})
    }
    if (end < to) found.push({type: 'newline', start: end, end: end + 1})
    start = end + 1
  }
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 160 || code === 0xfeff
}

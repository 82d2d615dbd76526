/** Marks of text, by the names that formats give them. */
import {type Mark, plainMark} from './runs.ts'

const TAGS: Readonly<Record<string, string>> = {
  strong: 'strong',
  bold: 'strong',
  b: 'strong',
  em: 'em',
  italic: 'em',
  italics: 'em',
  emphasis: 'em',
  i: 'em',
  underline: 'u',
  underlined: 'u',
  u: 'u',
  ins: 'u',
  strike: 's',
  strikethrough: 's',
  linethrough: 's',
  delete: 's',
  del: 's',
  s: 's',
  code: 'code',
  inlinecode: 'code',
  codetext: 'code',
  kbd: 'code',
  keyboard: 'code',
  sub: 'sub',
  subscript: 'sub',
  sup: 'sup',
  superscript: 'sup',
  mark: 'mark',
  highlight: 'mark',
  highlighted: 'mark',
}

/** Letters and digits of a name, in lower case: `strike-through` and `strikeThrough` are one. */
export const bare = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '')

/** The mark of a name; undefined for one that says nothing about the text. */
export function markNamed(name: string): Mark | undefined {
  const key = bare(name)
  const tag = Object.hasOwn(TAGS, key) ? TAGS[key] : undefined
  return tag === undefined ? undefined : plainMark(tag)
}

/** Lexical keeps marks as bits of a number (`TEXT_TYPE_TO_FORMAT`). */
const BITS: readonly (readonly [number, string])[] = [
  [1, 'strong'],
  [2, 'em'],
  [4, 's'],
  [8, 'u'],
  [16, 'code'],
  [32, 'sub'],
  [64, 'sup'],
  [128, 'mark'],
]

/** The marks in such a number. */
export const marksInBits = (bits: number): Mark[] =>
  BITS.flatMap(([bit, tag]) => ((bits & bit) === 0 ? [] : [plainMark(tag)]))

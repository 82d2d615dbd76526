/**
 * A regular expression as a tree. Classes and escapes stay as they are written: what they match is asked of the engine
 * itself (`characters.ts`), so that neither flags nor Unicode need a second implementation.
 */

export type Expression =
  /** Exactly one character: a literal, an escape, a class or a dot, as written. */
  | {type: 'set'; source: string}
  | {type: 'sequence'; parts: Expression[]}
  | {type: 'choice'; options: Expression[]}
  | {type: 'repeat'; body: Expression; min: number; max: number}
  | {type: 'group'; body: Expression; number: number; name: string | undefined}
  /** The text of a group again. */
  | {type: 'reference'; name: string}
  | {type: 'look'; behind: boolean; negative: boolean; body: Expression}
  | {type: 'start'}
  | {type: 'end'}
  | {type: 'boundary'; negative: boolean}

export interface Parsed {
  root: Expression
  /** Bodies of the capturing groups, by number and by name. */
  groups: Map<string, Expression>
}

/** Parse the source of an expression that the engine accepts. */
export function parseExpression(source: string, flags: string): Parsed {
  new RegExp(source, flags)
  const reader = new Reader(source, flags)
  const root = reader.choice()
  if (reader.at < source.length) throw new Error(`Expected the end of /${source}/ at ${reader.at}`)
  return {root, groups: reader.groups}
}

const escapes = /\\(?:u\{[\da-fA-F]+\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|[pP]\{[^}]*\}|c[a-zA-Z]|[\s\S])/y
const quantifier = /(?:[*+?]|\{(\d+)(,?)(\d*)\})\??/y
const opening = /\((?:\?(?:[:=!]|<[=!]|<([^>]+)>))?/y
const reference = /\\(?:k<([^>]+)>|([1-9]\d*))/y

class Reader {
  at = 0
  groups = new Map<string, Expression>()
  #count = 0
  #source: string
  #unicode: boolean
  /** Whether a bracket in a class begins another. */
  #nests: boolean

  constructor(source: string, flags: string) {
    this.#source = source
    this.#unicode = /[uv]/.test(flags)
    this.#nests = flags.includes('v')
  }

  choice(): Expression {
    const options = [this.#sequence()]
    while (this.#source[this.at] === '|') {
      this.at++
      options.push(this.#sequence())
    }
    const [only] = options
    return options.length === 1 && only ? only : {type: 'choice', options}
  }

  #sequence(): Expression {
    const parts: Expression[] = []
    while (this.at < this.#source.length && !/[|)]/.test(this.#source.charAt(this.at)))
      parts.push(this.#quantified(this.#atom()))
    const [only] = parts
    return parts.length === 1 && only ? only : {type: 'sequence', parts}
  }

  #take(expression: RegExp): RegExpExecArray | undefined {
    expression.lastIndex = this.at
    const match = expression.exec(this.#source)
    if (!match) return undefined
    this.at += match[0].length
    return match
  }

  #quantified(body: Expression): Expression {
    const match = this.#take(quantifier)
    if (!match) return body
    const [written, least, comma, most] = match
    if (least !== undefined) {
      const max = comma ? (most ? Number(most) : Number.POSITIVE_INFINITY) : Number(least)
      return {type: 'repeat', body, min: Number(least), max}
    }
    return {
      type: 'repeat',
      body,
      min: written.startsWith('+') ? 1 : 0,
      max: written.startsWith('?') ? 1 : Number.POSITIVE_INFINITY,
    }
  }

  #atom(): Expression {
    const first = this.#source.charAt(this.at)
    if (first === '(') return this.#group()
    if (first === '\\') return this.#escape()
    if (first === '[') return {type: 'set', source: this.#class()}
    const character = this.#unicode ? String.fromCodePoint(this.#source.codePointAt(this.at) ?? 0) : first
    this.at += character.length
    if (first === '^') return {type: 'start'}
    if (first === '$') return {type: 'end'}
    return {type: 'set', source: character}
  }

  #group(): Expression {
    const match = this.#take(opening)
    const [written = '', name] = match ?? []
    const number = written === '(' || name !== undefined ? ++this.#count : 0
    const body = this.choice()
    this.at++
    const look = /^\(\?(<?)([=!])$/.exec(written)
    if (look) return {type: 'look', behind: look[1] === '<', negative: look[2] === '!', body}
    if (number > 0) this.groups.set(String(number), body)
    if (name !== undefined) this.groups.set(name, body)
    return {type: 'group', body, number, name}
  }

  #escape(): Expression {
    const back = this.#take(reference)
    if (back) return {type: 'reference', name: back[1] ?? back[2] ?? ''}
    const [written = ''] = this.#take(escapes) ?? []
    if (written === '\\b' || written === '\\B') return {type: 'boundary', negative: written === '\\B'}
    return {type: 'set', source: written}
  }

  /** A class with its brackets, and those within it where the flag `v` allows them. */
  #class(): string {
    const start = this.at
    let depth = 0
    do {
      const character = this.#source.charAt(this.at)
      if (character === '\\') this.at++
      else if (character === '[' && (depth === 0 || this.#nests)) depth++
      else if (character === ']') depth--
      this.at++
    } while (depth > 0)
    return this.#source.slice(start, this.at)
  }
}

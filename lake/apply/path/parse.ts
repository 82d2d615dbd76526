import {COMPARISONS, type Comparison, type Operand, type Path, type Step} from './types.ts'

/** A path that is not valid; the message has the position. */
export class PathSyntaxError extends Error {
  override name = 'PathSyntaxError'
}

/** Deepest nesting of brackets in a path. */
const MAX_DEPTH = 20

/**
 * Read a JSONMatch path, the notation of patches: `body[_key=="a"].children[0].text`, `tags[-1]`, `items[2:5]`,
 * `..[_type=="image"].alt`, `a["odd name"]`, `a[b,c]`.
 *
 * @throws PathSyntaxError
 */
export function parsePath(text: string): Path {
  const reader = new Reader(text)
  const path = reader.path(0)
  if (!reader.done) reader.fail('an attribute, "." or "["')
  if (path.length === 0) reader.fail('a path')
  return path
}

class Reader {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  get done(): boolean {
    this.#space()
    return this.#at >= this.#text.length
  }

  fail(expected: string): never {
    const found = this.#at < this.#text.length ? `"${this.#text.slice(this.#at, this.#at + 10)}"` : 'its end'
    throw new PathSyntaxError(`Expected ${expected} at ${this.#at} of path "${this.#text}", got ${found}`)
  }

  path(depth: number): Path {
    if (depth > MAX_DEPTH) throw new PathSyntaxError(`Path "${this.#text}" nests deeper than ${MAX_DEPTH}`)
    const steps: Step[] = []
    if (this.#take('@') || this.#take('$')) {
      // The value itself, so no step. The following steps start here.
      if (!this.#ahead('.') && !this.#ahead('[')) return steps
    } else if (!this.#ahead('[') && !this.#ahead('..')) this.#attribute(steps)
    for (;;) {
      if (this.#take('..')) {
        steps.push({type: 'descendants'})
        if (!this.#ahead('[')) this.#attribute(steps)
      } else if (this.#take('.')) this.#attribute(steps)
      else if (this.#take('[')) this.#bracket(steps, depth)
      else return steps
    }
  }

  #attribute(steps: Step[]): void {
    if (this.#take('*')) steps.push({type: 'all'})
    else if (this.#take('[')) {
      // `a.[b==1]` means `a[b==1]`.
      this.#bracket(steps, 0)
    } else
      steps.push({
        type: 'attribute',
        name: this.#name(this.#match(/[\p{L}_$][\p{L}\p{N}_$-]*|\d[\p{L}\p{N}_$-]*/uy)),
      })
  }

  #name(name: string | undefined): string {
    if (name === undefined) this.fail('an attribute')
    if (name === '__proto__')
      throw new PathSyntaxError(`Path "${this.#text}" names __proto__, which is reserved`)
    return name
  }

  #bracket(steps: Step[], depth: number): void {
    if (this.#take(']')) {
      steps.push({type: 'all'})
      return
    }
    const members: Step[][] = []
    do members.push(this.#member(depth))
    while (this.#take(','))
    if (!this.#take(']')) this.fail('"]"')
    const [only] = members
    if (members.length === 1 && only) steps.push(...only)
    else steps.push({type: 'union', paths: members})
  }

  #member(depth: number): Step[] {
    if (this.#take('*')) return [{type: 'all'}]
    const start = this.#match(/-?\d+(?![\p{L}\p{N}_.])/uy)
    if (this.#take(':')) {
      const end = this.#match(/-?\d+/y)
      return [{type: 'range', ...(start && {start: Number(start)}), ...(end && {end: Number(end)})}]
    }
    if (start !== undefined && !this.#comparison(false)) return [{type: 'index', index: Number(start)}]
    const left: Operand = start === undefined ? this.#operand(depth) : {type: 'literal', value: Number(start)}
    if (left.type === 'path' && this.#take('?')) return [{type: 'exists', path: left.path}]
    const op = this.#comparison(true)
    if (op) return [{type: 'filter', left, op, right: this.#operand(depth)}]
    if (left.type === 'path') return [...left.path]
    if (typeof left.value === 'string') return [{type: 'attribute', name: this.#name(left.value)}]
    return this.fail('a comparison')
  }

  #operand(depth: number): Operand {
    const literal = this.#literal()
    return literal === undefined
      ? {type: 'path', path: this.path(depth + 1)}
      : {type: 'literal', value: literal}
  }

  #literal(): string | number | boolean | null | undefined {
    const number = this.#match(/-?\d+(\.\d+)?([eE][-+]?\d+)?(?![\p{L}\p{N}_])/uy)
    if (number !== undefined) return Number(number)
    const word = this.#match(/(true|false|null)(?![\p{L}\p{N}_$.[-])/uy)
    if (word !== undefined) return JSON.parse(word) as boolean | null
    const double = this.#match(/"(?:[^"\\]|\\.)*"/sy)
    if (double !== undefined) return this.#unescape(double)
    const single = this.#match(/'(?:[^'\\]|\\.)*'/sy)
    if (single === undefined) return undefined
    return this.#unescape(single)
  }

  /** Resolve escapes as in JSON, and `\'`. Raw line breaks are allowed. */
  #unescape(quoted: string): string {
    return quoted.slice(1, -1).replace(/\\(u([0-9a-fA-F]{4})|.)/gs, (_, letter: string, hex?: string) => {
      if (hex) return String.fromCharCode(Number.parseInt(hex, 16))
      const named = {n: '\n', r: '\r', t: '\t', b: '\b', f: '\f'}[letter]
      return named ?? letter
    })
  }

  #comparison(take: boolean): Comparison | undefined {
    this.#space()
    const op = COMPARISONS.find((each) => this.#text.startsWith(each, this.#at))
    if (op && take) this.#at += op.length
    return op
  }

  #space(): void {
    while (/\s/.test(this.#text[this.#at] ?? '')) this.#at++
  }

  #ahead(token: string): boolean {
    this.#space()
    return this.#text.startsWith(token, this.#at)
  }

  #take(token: string): boolean {
    const found = this.#ahead(token)
    if (found) this.#at += token.length
    return found
  }

  #match(sticky: RegExp): string | undefined {
    this.#space()
    sticky.lastIndex = this.#at
    const found = sticky.exec(this.#text)?.[0]
    if (found !== undefined) this.#at += found.length
    return found
  }
}

/**
 * How a text separates its blocks.
 *
 * `lines`: by line breaks (plain text, output of an extractor, pages whose tags are partly lost). `html`: by tags; a
 * line break is white space.
 */
import type {TracedText} from '../../../trace/traced-text.ts'
import {mayHold} from './content-model.ts'
import {separatingElements, textElements} from './names.ts'
import {isPage} from './outside.ts'
import {surveyOf} from './survey.ts'
import {type Token, tokensOf} from './tokens.ts'

/** How a text separates its blocks. */
export type Structure = 'lines' | 'html'

/** Maximum share of the line breaks inside text that sentences continue across; with more, line breaks only wrap. */
const MAX_WRAPPING_SHARE = 0.25
/** Maximum number of line breaks between complete lines that a start tag without its end tag can cover. */
const MAX_COVERED_LINES = 6
/** Share of block tags without a partner above which a text counts as damaged. */
const MAX_LOST_SHARE = 0.04

/** Share of line breaks outside of sound elements, of the borders that tags are, up to which tags separate the blocks. */
const MAX_LOOSE_SHARE = 0.1

/** Cached structures: most texts pass from rule to rule unchanged. */
const found = new WeakMap<TracedText, Structure>()

/** Decide how a text separates its blocks. */
export function structureOf(text: TracedText): Structure {
  const structure =
    found.get(text) ?? (surveyOf(text).isDelimited ? 'html' : judge(tokensOf(text), text.value))
  found.set(text, structure)
  return structure
}

function judge(list: readonly Token[], value: string): Structure {
  // A complete page is left to the parser; its article is chosen later.
  if (isPage(value)) return 'html'
  const {covered, begun, lost, all} = pairs(list)
  /** Line breaks between two texts without a block tag: inside sound elements, and elsewhere. */
  let inside = 0
  let loose = 0
  let wrapping = 0
  /** Line breaks that only a start tag without its end tag covers. */
  let open = 0
  /** Tags of blocks between two texts, of frames as well. */
  let borders = 0
  let text: Token | undefined
  let broken: number | undefined
  list.forEach((token, index) => {
    if (token.type === 'newline') broken ??= index
    else if (token.type === 'block' || (token.type === 'inline' && token.tag.name === 'br')) {
      if (text) borders++
      text = undefined
    } else if (token.type === 'text') {
      if (text && broken !== undefined) {
        if (covered[broken]) inside++
        else if (begun.covered[broken]) open++
        else loose++
        if (goesOn(value, text, token)) wrapping++
      }
      text = token
      broken = undefined
    }
    if (token.type !== 'newline' && token.type !== 'text') broken = undefined
  })
  // A start tag covers a wrapped paragraph; many complete lines are plain text with a leftover tag.
  if (open > MAX_COVERED_LINES * begun.count && wrapping <= MAX_WRAPPING_SHARE * open) loose += open
  else inside += open
  if (lost === 0 && loose <= MAX_LOOSE_SHARE * borders) return 'html'
  if (all > 0 && wrapping > 1 && wrapping > MAX_WRAPPING_SHARE * (inside + loose)) return 'html'
  // Without line breaks inside sound elements, reading them as ends of blocks is harmless.
  if (lost > MAX_LOST_SHARE * all || (lost > 0 && inside === 0)) return 'lines'
  return loose > 0 && loose >= inside ? 'lines' : 'html'
}

/** Whether a sentence continues on the next line. */
function goesOn(value: string, before: Token, after: Token): boolean {
  return (
    /[\p{L}\p{N},’'-]$/u.test(value.slice(Math.max(0, before.end - 2), before.end)) &&
    /^\p{Ll}/u.test(value.slice(after.start, after.start + 2))
  )
}

interface Pairs {
  /** For each token, whether it is inside an element that is opened and closed. */
  covered: boolean[]
  /** The same for elements with a name that nothing closes, and their number. */
  begun: {covered: boolean[]; count: number}
  /** Number of block tags without the partner that HTML requires. */
  lost: number
  /** Number of block tags. */
  all: number
}

function pairs(list: readonly Token[]): Pairs {
  const pairing = new Pairing(list)
  list.forEach((token, index) => {
    if (token.type !== 'block') return
    const {name, closing} = token.tag
    if (!separatingElements.has(name)) return
    if (closing) pairing.end(name, index)
    else pairing.start(name, index)
  })
  return pairing.finish()
}

interface StartTag {
  name: string
  index: number
}

/** Pairs start tags with end tags, in document order. */
class Pairing {
  /** At each token, the number of paired elements that begin minus those that end. */
  readonly #change: Int32Array
  /** The same for elements with a name that nothing closes, and their number. */
  readonly #changeBegun: Int32Array
  #begun = 0
  /** Names that this text closes: the start tags of others separate the blocks alone. */
  readonly #closed = new Set<string>()
  readonly #open: StartTag[] = []
  /** Number of open elements by name. */
  readonly #counts = new Map<string, number>()
  #lost = 0
  #all = 0

  constructor(list: readonly Token[]) {
    this.#change = new Int32Array(list.length + 1)
    this.#changeBegun = new Int32Array(list.length + 1)
    for (const token of list)
      if (token.type === 'block' && token.tag.closing) this.#closed.add(token.tag.name)
  }

  start(name: string, index: number): void {
    this.#all++
    const top = this.#open.at(-1)
    if (top && !mayHold(top.name, name)) {
      this.#open.pop()
      this.#drop(top, index)
    }
    this.#open.push({name, index})
    this.#count(name, 1)
  }

  end(name: string, index: number): void {
    this.#all++
    if ((this.#counts.get(name) ?? 0) === 0) {
      this.#lost++
      return
    }
    for (let top = this.#open.pop(); top; top = this.#open.pop()) {
      if (top.name !== name) {
        this.#drop(top, index)
        continue
      }
      this.#count(name, -1)
      cover(this.#change, top.index, index)
      break
    }
  }

  finish(): Pairs {
    for (const {name} of this.#open) if (this.#closed.has(name) || !textElements.has(name)) this.#lost++
    return {
      covered: inside(this.#change),
      begun: {covered: inside(this.#changeBegun), count: this.#begun},
      lost: this.#lost,
      all: this.#all,
    }
  }

  /** Give up an element without an end tag; it ends at a token. */
  #drop({name, index}: StartTag, at: number): void {
    this.#count(name, -1)
    if (this.#closed.has(name)) this.#lost++
    else {
      this.#begun++
      cover(this.#changeBegun, index, at)
    }
  }

  #count(name: string, by: number): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + by)
  }
}

function cover(change: Int32Array, from: number, to: number): void {
  change[from] = (change[from] ?? 0) + 1
  change[to] = (change[to] ?? 0) - 1
}

/** Whether anything is open, by running sums of changes. */
function inside(change: Int32Array): boolean[] {
  let depth = 0
  return Array.from(change, (by) => {
    depth += by
    return depth > 0
  })
}

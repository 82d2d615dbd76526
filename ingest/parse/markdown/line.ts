/**
 * A line of phrasing under construction: white space collapses as in CSS (css-text-3, 4.1), wrappers are rebuilt in one
 * order whatever the source’s nesting, and adjacent text is merged. Origins stay exact.
 */
import type {Element, ElementContent, Text} from 'hast'
import {tracedTextOf} from '../trace/attach.ts'
import type {Edit, TracedText} from '../trace/traced-text.ts'
import {edit, inserted, join, slice} from '../trace/traced-text.ts'
import {PHRASING_ORDER, type PhrasingKind} from './elements.ts'

/** Phrasing elements that are open at a place in the source; a kind nested in itself has no effect. */
export type Active = ReadonlyMap<PhrasingKind, Element>

interface Wrapper {
  kind: PhrasingKind
  source: Element
  children: ElementContent[]
}

const space = /[\t\n\v\f\r ]+/g

/** A line under construction. */
export class Line {
  readonly #children: ElementContent[] = []
  /** Wrappers open at the end of the line, outermost first. */
  readonly #open: Wrapper[] = []
  /** The text node at the end of the line, with its pieces not yet joined (joining each time would be quadratic). */
  #last: {node: Text; parts: TracedText[]; siblings: ElementContent[]} | undefined
  /** Whether leading white space of the next text is dropped. */
  #atStart = true
  #breaks: Element[] = []

  get empty(): boolean {
    return this.#children.length === 0
  }

  text(node: Text, active: Active): void {
    this.#put(collapse(tracedTextOf(node)), active)
  }

  /** Insert characters that the markup implies, such as quotation marks. */
  insert(value: string, at: number, active: Active): void {
    this.#put(inserted(value, at), active)
  }

  /** Add an element that is not text to the line. */
  embed(element: Element, active: Active): void {
    this.#flushBreaks()
    this.#settle()
    this.#parent(active, true).push(element)
    this.#atStart = false
  }

  /** Add a line break; those at the start or end of a line are not kept. */
  break(element: Element): void {
    if (this.empty) return
    this.#trimEnd()
    this.#breaks.push(element)
    this.#atStart = true
  }

  /** Finish the line, without white space or breaks at its end. */
  finish(): ElementContent[] {
    this.#trimEnd()
    this.#settle()
    return this.#children
  }

  #put(text: TracedText, active: Active): void {
    const rest = this.#atStart && text.value.startsWith(' ') ? slice(text, 1) : text
    if (rest.value === '') return
    this.#flushBreaks()
    const siblings = this.#parent(active)
    if (this.#last && this.#last.node === siblings.at(-1)) this.#last.parts.push(rest)
    else {
      this.#settle()
      const node: Text = {type: 'text', value: ''}
      siblings.push(node)
      this.#last = {node, parts: [rest], siblings}
    }
    this.#atStart = rest.value.endsWith(' ')
  }

  #flushBreaks(): void {
    if (this.#breaks.length === 0) return
    this.#settle()
    // Outside every wrapper, so that the following text may open its own.
    this.#open.length = 0
    for (const one of this.#breaks) this.#children.push(one)
    this.#breaks = []
  }

  /** Close and open wrappers until those of `active` are open; returns the innermost one’s children. */
  #parent(active: Active, embedded = false): ElementContent[] {
    let depth = 0
    let children = this.#children
    for (const kind of PHRASING_ORDER) {
      const source = active.get(kind)
      if (!source || (embedded && kind === 'code')) continue
      const open = this.#open[depth]
      if (open?.kind === kind && ((kind !== 'link' && kind !== 'latex') || open.source === source))
        children = open.children
      else {
        this.#open.length = depth
        const {tagName, properties} = source
        const element: Element = {type: 'element', tagName, properties, children: []}
        children.push(element)
        children = element.children
        this.#open.push({kind, source, children})
      }
      depth++
    }
    this.#open.length = depth
    return children
  }

  #trimEnd(): void {
    const parts = this.#last?.parts
    const part = parts?.at(-1)
    if (parts && part?.value.endsWith(' ')) parts[parts.length - 1] = slice(part, 0, part.value.length - 1)
  }

  #settle(): void {
    if (!this.#last) return
    const {node, parts, siblings} = this.#last
    this.#last = undefined
    const {value, origin} = parts.length === 1 && parts[0] ? parts[0] : join(parts)
    if (value === '') siblings.splice(siblings.lastIndexOf(node), 1)
    node.value = value
    node.data = {origin}
  }
}

function collapse(text: TracedText): TracedText {
  if (!/[\t\n\v\f\r]| {2}/.test(text.value)) return text
  const edits: Edit[] = []
  for (const match of text.value.matchAll(space)) {
    if (match[0] === ' ') continue
    const end = match.index + match[0].length
    const isWrap = /[\n\r]/.test(match[0]) && isWrapped(text.value, match.index, end)
    edits.push({start: match.index, end, value: isWrap ? '' : ' '})
  }
  return edit(text, edits)
}

/** Scripts without spaces between words, and their punctuation; Korean has spaces. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff60]/u

/** Whether a line break between two characters of a script without spaces only wraps the source (CSS Text 3, 4.1.3). */
function isWrapped(value: string, start: number, end: number): boolean {
  if (!(value.charCodeAt(end) >= 0x2e80)) return false
  const before = value.slice(Math.max(0, start - 2), start)
  return UNSPACED.test(Array.from(before).at(-1) ?? '') && UNSPACED.test(value.slice(end, end + 2))
}

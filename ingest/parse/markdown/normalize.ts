/**
 * Turn any safe tree into one that rehype-remark reads without loss: a shallow tree of lines and flows, with white
 * space as browsers show it, nothing loose, and no words fused across a border.
 *
 * One walk with an explicit stack. Containers that only group are dissolved; blocks inside phrasing elements
 * (`<b><p>…`) end the line and take the phrasing with them.
 */
import type {Element, ElementContent, Nodes, Root} from 'hast'
import type {Node} from 'unist'
import {EMBEDDED, FLOWS, GROUPS, LINES, PHRASING, PREFORMATTED} from './elements.ts'
import {type Active, Line} from './line.ts'
import {preformatted} from './preformatted.ts'

interface Frame {
  node: Nodes
  index: number
  active: Active
  /** For blocks: the state to restore at their end. */
  outer?: {flow: ElementContent[]; lineElement: Element | undefined}
}

/** Placeholder for a finished line in the frame, by index. */
export interface LineNode extends Node {
  type: 'line'
  index: number
}

declare module 'hast' {
  interface RootContentMap {
    line: LineNode
  }
  interface ElementContentMap {
    line: LineNode
  }
}

/** A normalized tree. */
export interface Normalized {
  /** Flows, with a `line` node for each line. */
  frame: Root
  /** Paragraphs, headings, captions and terms, in document order. */
  lines: Element[]
}

/** Normalize a tree. */
export function normalize(tree: Root): Normalized {
  const state = new State()
  const {stack} = state
  stack.push({node: tree, index: 0, active: new Map()})
  for (let frame = stack.at(-1); frame; frame = stack.at(-1)) {
    const {node, active} = frame
    const child = 'children' in node ? node.children[frame.index++] : undefined
    if (!child) {
      stack.pop()
      state.close(frame)
      continue
    }
    if (child.type === 'text') state.line.text(child, active)
    if (child.type !== 'element') continue
    state.open(child, active)
  }
  state.endLine()
  return {frame: state.root, lines: state.lines}
}

/** The trees under construction. */
class State {
  readonly root: Root = {type: 'root', children: []}
  readonly lines: Element[] = []
  /** Open nodes of the input, outermost first. */
  readonly stack: Frame[] = []
  /** The line under construction. */
  line = new Line()
  /** The element of that line; a paragraph if undefined. */
  #lineElement: Element | undefined
  /** Children of the innermost open flow. */
  #flow = this.root.children as ElementContent[]

  endLine(): void {
    const children = this.line.finish()
    const tagName = this.#lineElement?.tagName ?? 'p'
    if (children.length > 0) {
      this.#flow.push({type: 'line', index: this.lines.length})
      this.lines.push({type: 'element', tagName, properties: {}, children})
    }
    if (!this.line.empty) this.line = new Line()
  }

  open(element: Element, active: Active): void {
    const {tagName} = element
    const kind = PHRASING.get(tagName)
    if (kind) {
      const nested = active.has(kind) && kind !== 'link'
      this.#enter(element, nested ? active : new Map([...active, [kind, element]]))
    } else if (tagName === 'br') this.line.break(element)
    else if (EMBEDDED.has(tagName)) this.line.embed(element, active)
    else if (tagName === 'q' && isQuotation(element)) {
      this.line.insert('“', element.position?.start.offset ?? 0, active)
      this.#enter(element, active)
    } else if (PREFORMATTED.has(tagName)) {
      this.endLine()
      this.#flow.push(preformatted(element))
    } else if (tagName === 'hr') {
      this.endLine()
      this.#flow.push(shallow(element))
    } else if (LINES.has(tagName) || FLOWS.has(tagName) || GROUPS.has(tagName)) {
      this.#enterBlock(element, active)
      // A line inside a line (a paragraph in a caption) belongs to the outer one.
      if (LINES.has(tagName)) this.#lineElement ??= element
      else if (FLOWS.has(tagName)) {
        this.#lineElement = undefined
        const kept = shallow(element)
        this.#flow.push(kept)
        this.#flow = kept.children
      }
    } else if (this.#lineElement?.tagName === 'figcaption' && isCredit(element)) {
      this.#enterBlock(element, active)
      this.#lineElement = {...element, tagName: 'credit'}
    } else this.#enter(element, active)
  }

  close({node, active, outer}: Frame): void {
    if (outer) {
      this.endLine()
      this.#flow = outer.flow
      this.#lineElement = outer.lineElement
    } else if (node.type === 'element' && node.tagName === 'q' && isQuotation(node)) {
      this.line.insert('”', node.position?.end.offset ?? 0, active)
    }
  }

  #enter(node: Element, active: Active): void {
    this.stack.push({node, index: 0, active})
  }

  /** End the line, and restore the state after the element. */
  #enterBlock(node: Element, active: Active): void {
    this.endLine()
    const outer = {flow: this.#flow, lineElement: this.#lineElement}
    this.stack.push({node, index: 0, active, outer})
  }
}

const isCredit = ({properties}: Element): boolean =>
  Array.isArray(properties.className) && properties.className.includes('credit')

/** Whether a quotation gets quotation marks: it has text, and no blocks (which show that it was never closed). */
function isQuotation(element: Element): boolean {
  let hasText = false
  const stack: Nodes[] = [...element.children]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'text' && /\S/.test(node.value)) hasText = true
    if (node.type !== 'element' || EMBEDDED.has(node.tagName)) continue
    const {tagName} = node
    if (LINES.has(tagName) || FLOWS.has(tagName) || GROUPS.has(tagName) || PREFORMATTED.has(tagName))
      return false
    for (const child of node.children) stack.push(child)
  }
  return hasText
}

function shallow({tagName, properties, position}: Element): Element {
  return {type: 'element', tagName, properties, children: [], ...(position ? {position} : {})}
}

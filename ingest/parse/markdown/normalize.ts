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
  const lines: Element[] = []
  const root: Root = {type: 'root', children: []}
  /** Children of the innermost open flow. */
  let flow = root.children as ElementContent[]
  /** The line under construction, and its element (a paragraph if undefined). */
  let line = new Line()
  let lineElement: Element | undefined
  const endLine = (): void => {
    const children = line.finish()
    const tagName = lineElement?.tagName ?? 'p'
    if (children.length > 0) {
      flow.push({type: 'line', index: lines.length})
      lines.push({type: 'element', tagName, properties: {}, children})
    }
    if (!line.empty) line = new Line()
  }

  const stack: Frame[] = [{node: tree, index: 0, active: new Map()}]
  for (let frame = stack.at(-1); frame; frame = stack.at(-1)) {
    const {node, active} = frame
    const child = 'children' in node ? node.children[frame.index++] : undefined
    if (!child) {
      stack.pop()
      close(frame)
      continue
    }
    if (child.type === 'text') line.text(child, active)
    if (child.type !== 'element') continue
    open(child, active)
  }
  endLine()
  return {frame: root, lines}

  function open(element: Element, active: Active): void {
    const {tagName} = element
    const kind = PHRASING.get(tagName)
    if (kind) {
      const nested = active.has(kind) && kind !== 'link'
      stack.push({node: element, index: 0, active: nested ? active : new Map([...active, [kind, element]])})
    } else if (tagName === 'br') line.break(element)
    else if (EMBEDDED.has(tagName)) line.embed(element, active)
    else if (tagName === 'q' && isQuotation(element)) {
      line.insert('“', element.position?.start.offset ?? 0, active)
      stack.push({node: element, index: 0, active})
    } else if (PREFORMATTED.has(tagName)) {
      endLine()
      flow.push(preformatted(element))
    } else if (tagName === 'hr') {
      endLine()
      flow.push(shallow(element))
    } else if (LINES.has(tagName) || FLOWS.has(tagName) || GROUPS.has(tagName)) {
      endLine()
      stack.push({node: element, index: 0, active, outer: {flow, lineElement}})
      // A line inside a line (a paragraph in a caption) belongs to the outer one.
      if (LINES.has(tagName)) lineElement ??= element
      else if (FLOWS.has(tagName)) {
        lineElement = undefined
        const kept = shallow(element)
        flow.push(kept)
        flow = kept.children
      }
    } else if (lineElement?.tagName === 'figcaption' && isCredit(element)) {
      endLine()
      stack.push({node: element, index: 0, active, outer: {flow, lineElement}})
      lineElement = {...element, tagName: 'credit'}
    } else stack.push({node: element, index: 0, active})
  }

  function close({node, active, outer}: Frame): void {
    if (outer) {
      endLine()
      ;({flow, lineElement} = outer)
    } else if (node.type === 'element' && node.tagName === 'q' && isQuotation(node)) {
      line.insert('”', node.position?.end.offset ?? 0, active)
    }
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

/** Cut phrasing content: text stays whole and traced, and elements across a cut exist on both sides of it. */
import type {Element, Text} from 'hast'
import {tracedTextOf} from '../../../trace/attach.ts'
import {type Run, slice, type TracedText} from '../../../trace/traced-text.ts'
import {isTag, type Node, sliceText, textNode, withChildren} from './nodes.ts'

/** Length of a node’s text; a `<br>` counts as one, as in `rawText`. */
function lengthOf(node: Node): number {
  let length = 0
  const stack: Node[] = [node]
  for (let top = stack.pop(); top; top = stack.pop()) {
    if (top.type === 'text') length += top.value.length
    else if (top.type === 'element') {
      if (top.tagName === 'br') length += 1
      else for (const child of top.children) stack.push(child)
    }
  }
  return length
}

/** Cut a list of phrasing nodes in two at an offset of their raw text. */
export function cutAt(nodes: readonly Node[], offset: number): [left: Node[], right: Node[]] {
  const path: {parent: Element | undefined; siblings: readonly Node[]; index: number}[] = []
  let siblings = nodes
  let parent: Element | undefined
  let rest = offset
  let left: Node[] = []
  let right: Node[] = []
  for (;;) {
    let index = 0
    let length = 0
    while (index < siblings.length) {
      length = lengthOf(siblings[index] as Node)
      if (rest < length || (rest === length && index === siblings.length - 1)) break
      rest -= length
      index++
    }
    const node = siblings[index]
    if (!node || rest === 0 || rest === length || node.type !== 'element') {
      const before = rest === 0 ? index : index + 1
      left = siblings.slice(0, before)
      right = siblings.slice(before)
      if (node?.type === 'text' && rest > 0 && rest < length) {
        left = [...siblings.slice(0, index), sliceText(node, 0, rest)]
        right = [sliceText(node, rest), ...siblings.slice(index + 1)]
      }
      break
    }
    path.push({parent: node, siblings, index})
    parent = node
    siblings = parent.children
  }
  for (let step = path.pop(); step; step = path.pop()) {
    const {parent: element, siblings: around, index} = step
    if (!element) continue
    left = [...around.slice(0, index), ...(left.length > 0 ? [withChildren(element, left)] : [])]
    right = [...(right.length > 0 ? [withChildren(element, right)] : []), ...around.slice(index + 1)]
  }
  return [left, right]
}

/** Trim white space and `<br>` at both ends, including white space inside the first and last text node. */
export function trimNodes(nodes: readonly Node[]): Node[] {
  let from = 0
  let to = nodes.length
  const empty = (node: Node | undefined): boolean =>
    !node || isTag(node, 'br') || node.type === 'comment' || (node.type === 'text' && !/\S/.test(node.value))
  while (from < to && empty(nodes[from])) from++
  while (to > from && empty(nodes[to - 1])) to--
  const trimmed = nodes.slice(from, to)
  const first = trimmed[0]
  if (first?.type === 'text') trimmed[0] = trimStart(first)
  const last = trimmed.at(-1)
  if (last?.type === 'text') trimmed[trimmed.length - 1] = trimEnd(last)
  return trimmed
}

function trimStart(node: Text): Text {
  const from = node.value.length - node.value.trimStart().length
  return from ? sliceText(node, from) : node
}

function trimEnd(node: Text): Text {
  const to = node.value.trimEnd().length
  return to < node.value.length ? sliceText(node, 0, to) : node
}

/**
 * Split phrasing content into lines: at each `<br>`, and if `feeds`, at each line feed of a top-level text node. Blank
 * lines are empty arrays, so that a caller can tell one break from two.
 */
export function splitLines(nodes: readonly Node[], feeds: boolean): Node[][] {
  const lines: Node[][] = [[]]
  for (const node of nodes) {
    if (isTag(node, 'br')) {
      lines.push([])
      continue
    }
    if (!feeds || node.type !== 'text' || !node.value.includes('\n')) {
      lines.at(-1)?.push(node)
      continue
    }
    slicesOf(tracedTextOf(node), feedRanges(node.value)).forEach((part, index) => {
      if (index > 0) lines.push([])
      if (part.value) lines.at(-1)?.push(textNode(part, node))
    })
  }
  return lines
}

/** Whether a node is or contains a line break. */
export function holdsBreak(node: Node): boolean {
  const stack: Node[] = [node]
  for (let top = stack.pop(); top; top = stack.pop()) {
    if (isTag(top, 'br')) return true
    if (top.type === 'element') for (const child of top.children) stack.push(child)
  }
  return false
}

/** Maximum number of elements around a line break that are cut: each is recreated for each line. */
const MAX_RAISED = 8

/** Move all line breaks of phrasing content to the top level, by cutting the elements around them. */
export function raiseBreaks(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((node): Node[] => {
    if (node.type !== 'element' || node.tagName === 'br' || !holdsBreak(node)) return [node]
    const raised: Node[] = []
    let line: Node[] = []
    // Each line gets its own copy of the open elements.
    const stack: ({node: Node} | {leave: Element})[] = [{node}]
    const open: {element: Element; outer: Node[]}[] = []
    const close = (): void => {
      const top = open.pop()
      if (!top) return
      const inner = line
      line = top.outer
      if (inner.length > 0) line.push(withChildren(top.element, inner))
    }
    const enter = (element: Element): void => {
      open.push({element, outer: line})
      line = []
    }
    for (let top = stack.pop(); top; top = stack.pop()) {
      if ('leave' in top) close()
      else if (isTag(top.node, 'br')) {
        const around = open.map(({element}) => element)
        while (open.length > 0) close()
        for (const part of line) raised.push(part)
        raised.push(top.node)
        line = []
        for (const element of around) enter(element)
      } else if (top.node.type === 'element' && open.length < MAX_RAISED && holdsBreak(top.node)) {
        enter(top.node)
        stack.push({leave: top.node})
        for (const child of top.node.children.toReversed()) stack.push({node: child})
      } else line.push(top.node)
    }
    for (const part of line) raised.push(part)
    return raised
  })
}

type Range = readonly [from: number, to: number]

/** Ranges between line feeds. */
function feedRanges(value: string): Range[] {
  const ranges: Range[] = []
  let from = 0
  for (let at = value.indexOf('\n'); at >= 0; at = value.indexOf('\n', from)) {
    ranges.push([from, at])
    from = at + 1
  }
  ranges.push([from, value.length])
  return ranges
}

/** Slice one text into many parts, in order, in one walk over its runs. */
function slicesOf({value, origin}: TracedText, ranges: readonly Range[]): TracedText[] {
  let index = 0
  let start = 0
  return ranges.map(([from, to]) => {
    for (let run = origin[index]; run && start + run.length <= from; run = origin[++index])
      start += run.length
    const runs: Run[] = []
    let end = start
    for (let at = index; end < to; at++) {
      const run = origin[at]
      if (!run) break
      runs.push(run)
      end += run.length
    }
    return slice({value: value.slice(start, end), origin: runs}, from - start, to - start)
  })
}

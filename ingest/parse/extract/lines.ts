/**
 * The lines of an article's element in reading order: the innermost blocks that hold text, runs of text that stand loose
 * beside blocks, and what is shown without words.
 */
import type {Element, ElementContent} from 'hast'
import {EMBEDDED, PHRASING} from '../markdown/elements.ts'

export interface Line {
  /** A block, or the run of nodes that stands loose. */
  nodes: readonly ElementContent[]
  /** Of the block; that of what it stands in for loose text. */
  tagName: string
  /** White space collapsed, trimmed. */
  text: string
  /** Characters of it inside links. */
  linked: number
  /** What it stands in, the nearest first, as far as says something of a line. */
  ancestors: readonly Element[]
  /** Images and embeds in it. */
  media: number
}

const inline = new Set([
  ...PHRASING.keys(),
  ...EMBEDDED,
  ...'a abbr bdi bdo big br data font label nobr q ruby rb rp rt small span time wbr'.split(' '),
])

/** What stands further out says nothing of a line. */
const DEEPEST = 7

/** Elements that are blocks or hold one, found from the lines up in one walk. */
function blocksIn(container: Element): Set<Element> {
  const blocks = new Set<Element>()
  const order: {element: Element; parent: Element | undefined}[] = [{element: container, parent: undefined}]
  for (let index = 0; index < order.length; index++) {
    const entry = order[index]
    for (const child of entry?.element.children ?? [])
      if (child.type === 'element') order.push({element: child, parent: entry?.element})
  }
  for (const {element, parent} of order.toReversed()) {
    if (!inline.has(element.tagName)) blocks.add(element)
    if (parent && blocks.has(element)) blocks.add(parent)
  }
  return blocks
}

/** Leaves in document order, with an explicit stack. */
export function linesOf(container: Element): Line[] {
  const lines: Line[] = []
  const blocks = blocksIn(container)
  const add = (nodes: readonly ElementContent[], tagName: string, within: readonly Element[]): void => {
    const line = measure(nodes, tagName, within)
    if (line.text !== '' || line.media > 0) lines.push(line)
  }
  type Work = {run: ElementContent[]; tagName: string} | {open: Element}
  const stack: {work: Work; within: readonly Element[]}[] = [{work: {open: container}, within: []}]
  for (let top = stack.pop(); top; top = stack.pop()) {
    const {work, within} = top
    if ('run' in work) {
      add(work.run, work.tagName, within)
      continue
    }
    const element = work.open
    const holdsBlocks = element.children.some((child) => child.type === 'element' && blocks.has(child))
    if (!holdsBlocks && element !== container) {
      add([element], element.tagName, within)
      continue
    }
    const inside = [element, ...within.slice(0, DEEPEST)]
    const works: Work[] = []
    let run: ElementContent[] = []
    const endRun = (): void => {
      if (run.length > 0) works.push({run, tagName: element.tagName})
      run = []
    }
    for (const child of element.children) {
      if (child.type === 'element' && blocks.has(child)) {
        endRun()
        works.push({open: child})
      } else run.push(child)
    }
    endRun()
    for (const next of works.toReversed()) stack.push({work: next, within: inside})
  }
  return lines
}

function measure(nodes: readonly ElementContent[], tagName: string, ancestors: readonly Element[]): Line {
  let text = ''
  let linked = 0
  let media = 0
  const stack: {node: ElementContent; inLink: boolean}[] = nodes
    .toReversed()
    .map((node) => ({node, inLink: false}))
  for (let top = stack.pop(); top; top = stack.pop()) {
    const {node} = top
    if (node.type === 'text') {
      text += node.value
      if (top.inLink) linked += node.value.trim().length
    }
    if (node.type !== 'element') continue
    if (node.tagName === 'br') text += ' '
    if (EMBEDDED.has(node.tagName)) media++
    const inLink = top.inLink || (node.tagName === 'a' && node.properties.href !== undefined)
    for (let index = node.children.length - 1; index >= 0; index--) {
      const child = node.children[index]
      if (child) stack.push({node: child, inLink})
    }
  }
  return {nodes, tagName, text: text.replace(/\s+/g, ' ').trim(), linked, ancestors, media}
}

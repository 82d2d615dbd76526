/**
 * The lines of an article’s element in reading order: the innermost blocks that hold text, loose runs of text beside
 * blocks, and media without text.
 */
import type {Element, ElementContent} from 'hast'
import {EMBEDDED, PHRASING} from '../markdown/elements.ts'

/** A line of an article. */
export interface Line {
  /** A block, or a run of loose nodes. */
  nodes: readonly ElementContent[]
  /** Tag name of the block; for loose text, of its parent. */
  tagName: string
  /** White space collapsed and trimmed. */
  text: string
  /** Number of characters inside links. */
  linked: number
  /** Ancestors, the nearest first, up to {@link MAX_ANCESTORS} more. */
  ancestors: readonly Element[]
  /** Number of images and embeds. */
  media: number
}

const inline = new Set([
  ...PHRASING.keys(),
  ...EMBEDDED,
  ...'a abbr bdi bdo big br data font label nobr q ruby rb rp rt small span time wbr'.split(' '),
])

/** More distant ancestors say nothing about a line. */
const MAX_ANCESTORS = 7

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
    if (!inline.has(element.tagName) && !isWord(element, parent)) blocks.add(element)
    if (parent && blocks.has(element)) blocks.add(parent)
  }
  return blocks
}

/** Elements that hold a line of text. */
const LINES = new Set('dd dt em figcaption h1 h2 h3 h4 h5 h6 li p span strong td th'.split(' '))

/** Controls that a sentence may name: “Press Save”. */
const CONTROLS = new Set('button input label meter output progress select'.split(' '))

/** Whether an element is a custom one or a control in a line of text: the browser shows it as part of the line. */
const isWord = ({tagName}: Element, parent: Element | undefined): boolean =>
  (tagName.includes('-') || CONTROLS.has(tagName)) && parent !== undefined && LINES.has(parent.tagName)

/** List the lines of a container in document order, with an explicit stack. */
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
    const inside = [element, ...within.slice(0, MAX_ANCESTORS)]
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

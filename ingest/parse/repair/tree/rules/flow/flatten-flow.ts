import type {Element, Root} from 'hast'
import type {Report} from '../../../../findings/report.ts'
import {trimNodes} from '../../lib/cut.ts'
import {inferredParagraph} from '../../lib/inferred-paragraphs.ts'
import {FLOW, FRAMES, HEADINGS} from '../../lib/names.ts'
import {
  hasEmbedded,
  isBlank,
  isElement,
  isFlow,
  isOneOf,
  isTag,
  type Node,
  stretchOf,
  withChildren,
} from '../../lib/nodes.ts'

/** Frames whose class names describe their content; the handlers for figures and embeds need them. */
const NAMED_FRAMES: ReadonlySet<string> = new Set(['center', 'div', 'section'])
const FRAME_NAMES = /\b(?:wp-)?(?:caption|figure|gallery|embed|video|tweet|player)/i
/** Phrasing elements that may be around blocks in broken markup, without a meaning. */
const WRAPPERS: ReadonlySet<string> = new Set([
  'abbr',
  'b',
  'big',
  'code',
  'del',
  'em',
  'font',
  'i',
  'ins',
  'label',
  'mark',
  'o:p',
  'q',
  's',
  'small',
  'span',
  'strike',
  'strong',
  'sub',
  'sup',
  'u',
])
/** Embedded content that is a block if it is between blocks. */
const FRAMED: ReadonlySet<string> = new Set(['audio', 'embed', 'iframe', 'object', 'video'])
const FLOWING: ReadonlySet<string> = new Set(['aside', 'blockquote', 'details'])

/**
 * Blocks become siblings: frames without a meaning are replaced by their children, and loose text becomes paragraphs.
 *
 * @example
 *   ```html
 *   <div class="td-1">One.</div><div><section><p>Two.</p>Three.</section></div>
 *   ```
 *   becomes
 *   ```html
 *   <p>One.</p><p>Two.</p><p>Three.</p>
 *   ```
 */
export function flattenFlow(tree: Root, report: Report): void {
  const holders = flowHolders(tree)
  const stack: {children: Node[]}[] = [tree as {children: Node[]}]
  for (let container = stack.pop(); container; container = stack.pop()) {
    container.children = flatten(container.children, holders, report)
    for (const child of container.children)
      if (isOneOf(child, FLOWING)) stack.push(child as {children: Node[]})
  }
}

/** Find elements that contain a block at any depth, in one pass: parents precede their children in the list. */
function flowHolders(tree: Root): Set<Node> {
  const order: {node: Node; parent: Node | undefined}[] = []
  const stack: {node: Node; parent: Node | undefined}[] = tree.children.map((node) => ({
    node,
    parent: undefined,
  }))
  for (let top = stack.pop(); top; top = stack.pop()) {
    if (top.node.type !== 'element') continue
    order.push(top)
    for (const child of top.node.children) stack.push({node: child, parent: top.node})
  }
  const holders = new Set<Node>()
  for (let index = order.length - 1; index >= 0; index--) {
    const entry = order[index]
    if (entry?.parent && (isFlow(entry.node) || holders.has(entry.node))) holders.add(entry.parent)
  }
  return holders
}

const isFrame = (node: Element, holders: Set<Node>): boolean =>
  FRAMES.has(node.tagName)
    ? !(
        NAMED_FRAMES.has(node.tagName) &&
        FRAME_NAMES.test(String(node.properties.className ?? '')) &&
        hasEmbedded(node)
      )
    : (WRAPPERS.has(node.tagName) || node.tagName === 'p') && holders.has(node)

function flatten(children: readonly Node[], holders: Set<Node>, report: Report): Node[] {
  const blocks: Node[] = []
  let run: Node[] = []
  const flush = (tag?: Element): void => {
    const content = trimNodes(run)
    run = []
    if (content.length === 0) return
    if (tag?.tagName === 'p') blocks.push(withChildren(tag, content))
    else if (content.every((node) => isBlank(node) || (hasEmbedded(node) && !isFlow(node))))
      for (const block of content) blocks.push(block)
    else blocks.push(inferredParagraph(content))
  }
  // The end of a frame is an entry of its own, so that text before and after it makes two paragraphs.
  const stack: ({node: Node} | {leave: Element})[] = children.map((node) => ({node})).toReversed()
  for (let top = stack.pop(); top; top = stack.pop()) {
    if ('leave' in top) {
      flush(top.leave)
      continue
    }
    const {node} = top
    if (isOneOf(node, HEADINGS) && holders.has(node)) {
      flush()
      const [heading, rest] = unnested(node)
      for (const child of rest.toReversed()) stack.push({node: child})
      if (!heading) continue
      blocks.push(heading)
      if (rest.length === 0) continue
      report({
        code: 'block-split',
        message: 'A heading was never closed. The blocks inside it were moved after it.',
        ranges: rest.flatMap((child) => stretchOf(child)).slice(0, 1),
      })
    } else if (isElement(node) && isFrame(node, holders)) {
      flush()
      stack.push({leave: node})
      for (let index = node.children.length - 1; index >= 0; index--)
        stack.push({node: node.children[index] as Node})
    } else if (isTag(node, 'p')) {
      flush()
      if (node.children.some((child) => !isBlank(child))) blocks.push(node)
    } else if (isOneOf(node, FLOW) || isOneOf(node, FRAMED)) {
      flush()
      blocks.push(node)
    } else if (node.type === 'comment' || node.type === 'doctype') continue
    else run.push(node)
  }
  flush()
  return blocks
}

/** Split a heading that contains blocks: its own text, before the first of them, and the rest. */
function unnested(heading: Element): [own: Node | undefined, rest: Node[]] {
  const flow = heading.children.findIndex(isFlow)
  const at = flow < 0 ? heading.children.length : flow
  const own = trimNodes(heading.children.slice(0, at))
  const rest: Node[] = heading.children.slice(at)
  if (own.length > 0) return [withChildren(heading, own), rest]
  // The only paragraph inside a heading is its text.
  const shown = rest.filter((child) => !isBlank(child))
  const [only] = shown
  if (shown.length === 1 && isTag(only, 'p')) return [withChildren(heading, only.children), []]
  return [undefined, rest]
}

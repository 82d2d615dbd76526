/**
 * Plugin: declarative shadow roots (HTML, `shadowrootmode`) as the flat tree that a reader sees (DOM, flat tree): the children of a
 * host are those of its shadow root, and each slot holds the host's children that name it.
 */
import type {Element, ElementContent, Root} from 'hast'
import type {VFile} from 'vfile'
import {createReport} from './findings/messages.ts'
import {extentOf} from './trace/extent.ts'
import type {SourceRange} from './trace/traced-text.ts'

/** Create a unified transform that flattens the shadow roots of a page. */
export default function flattenShadowRoots() {
  return (tree: Root, file: VFile): void => {
    if (!/shadowroot/i.test(file.data.html?.value ?? String(file.value))) return
    const left: SourceRange[] = []
    const stack: (Element | Root)[] = [tree]
    for (let node = stack.pop(); node; node = stack.pop()) {
      const root = node.type === 'element' ? shadowRootOf(node) : undefined
      if (root && node.type === 'element') left.push(...flatten(node, root))
      for (const child of node.children) if (child.type === 'element') stack.push(child)
    }
    if (left.length === 0) return
    createReport(file)({
      code: 'region-removed',
      message: 'Words that a shadow root hides were left out: no slot takes them, or others replace them.',
      ranges: left.toSorted((a, b) => a.start - b.start),
    })
  }
}

/** The first template of an element that declares a shadow root. */
function shadowRootOf({children}: Element): Element | undefined {
  return children.find(
    (child): child is Element =>
      child.type === 'element' &&
      child.tagName === 'template' &&
      (child.properties.shadowRootMode !== undefined ||
        child.properties.shadowrootmode !== undefined ||
        child.properties.shadowroot !== undefined),
  )
}

/**
 * Put the shadow tree in the place of a host's children. Returns the ranges of those that no slot takes, and of the words that a slot
 * would show without them.
 */
function flatten(host: Element, root: Element): SourceRange[] {
  const light = host.children.filter((child) => child !== root)
  const shadow = (root.content ? root.content.children : root.children) as ElementContent[]
  const slots = slotsIn(shadow)
  // A tree that shows nothing of its own is filled by a script: what there is to read is beside it.
  if (slots.length === 0 && !shadow.some(holdsText)) {
    host.children = light
    return []
  }
  const taken = new Set<ElementContent>()
  const left: ElementContent[] = []
  for (const slot of slots) {
    const name = slotName(slot.properties.name)
    const assigned = light.filter((child) => !taken.has(child) && placeOf(child) === name)
    for (const child of assigned) taken.add(child)
    if (assigned.some((child) => child.type === 'element' || !isBlank(child))) {
      left.push(...slot.children.filter(holdsText))
      slot.children = assigned
    }
    slot.tagName = slot.children.some(isBlock) ? 'div' : 'span'
    slot.properties = {}
  }
  left.push(...light.filter((child) => !taken.has(child) && holdsText(child)))
  host.children = [...shadow]
  return left.flatMap((child) => extentOf(child) ?? [])
}

const isBlank = (node: ElementContent): boolean => node.type !== 'text' || node.value.trim() === ''

/** The name of the slot that a child of a host goes to. */
const placeOf = (child: ElementContent): string =>
  child.type === 'element' ? slotName(child.properties.slot) : ''

const slotName = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The slots of a shadow tree in document order, without those of the trees in it. */
function slotsIn(nodes: readonly ElementContent[]): Element[] {
  const slots: Element[] = []
  const stack = nodes.toReversed()
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type !== 'element') continue
    if (node.tagName === 'slot') slots.push(node)
    else for (const child of node.children.toReversed()) stack.push(child)
  }
  return slots
}

const BLOCKS = new Set(
  'article aside blockquote div dl figure footer h1 h2 h3 h4 h5 h6 header main ol p pre section table ul'.split(
    ' ',
  ),
)

const isBlock = (node: ElementContent): boolean =>
  node.type === 'element' && (BLOCKS.has(node.tagName) || node.tagName.includes('-'))

const SILENT = new Set(['script', 'style', 'template', 'link'])

function holdsText(node: ElementContent): boolean {
  const stack = [node]
  for (let top = stack.pop(); top; top = stack.pop()) {
    if (top.type === 'text' && top.value.trim() !== '') return true
    if (top.type !== 'element') continue
    if (top.tagName === 'img') return true
    if (!SILENT.has(top.tagName)) for (const child of top.children) stack.push(child)
  }
  return false
}

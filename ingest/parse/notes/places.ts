/** Where marks and the elements that they lead to are in a tree, in one walk. */
import type {Element, Nodes, Root} from 'hast'
import {isNoteBody, markText} from './marks.ts'

/** An element and its surroundings. */
export interface Place {
  element: Element
  parent: Element | Root
  /** The nearest element around it (or itself) that is no part of a line. */
  block: Element | undefined
  /** The last character before it in its block; empty if it is the first. */
  before: string
  /** Its rank in document order. */
  order: number
}

/** What a walk for notes finds. */
export interface Places {
  /** Links and raised or named elements with the text of a mark, in document order. */
  marks: Place[]
  /** The first element of each id or anchor name. */
  targets: ReadonlyMap<string, Place>
  /** Notes inside a line, which only a style sheet sets beside it. */
  bodies: Place[]
  parents: ReadonlyMap<Element, Element | Root>
}

const INLINE = new Set(
  'a abbr b bdi bdo big button cite code del dfn em font i ins kbd label mark math nobr q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
)

/** Whether an element is part of a line. */
export const isInline = ({tagName}: Element): boolean => INLINE.has(tagName)

/** Whether any link, button or span of a tree may be a mark or a note: most pages have none, and are left at once. */
export function hasMarks(tree: Root, hasNames: boolean): boolean {
  const stack: Nodes[] = [tree]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!('children' in node)) continue
    if (node.type === 'element') {
      if (isCandidate(node) && markText(node) !== undefined) return true
      if (hasNames && isNoteBody(node)) return true
    }
    for (const child of node.children) if (child.type === 'element') stack.push(child)
  }
  return false
}

const isCandidate = ({tagName, properties: {href, className, style}}: Element): boolean =>
  tagName === 'a'
    ? typeof href === 'string' && href.includes('#')
    : tagName === 'button' || (tagName === 'span' && (Array.isArray(className) || typeof style === 'string'))

interface Frame {
  node: Element | Root
  index: number
  block: Element | undefined
}

/** Find marks and targets. */
export function placesIn(tree: Root): Places {
  const marks: Place[] = []
  const targets = new Map<string, Place>()
  const bodies: Place[] = []
  const parents = new Map<Element, Element | Root>()
  const lasts = new Map<Element | undefined, string>()
  let order = 0
  const stack: Frame[] = [{node: tree, index: 0, block: undefined}]
  for (let frame = stack.at(-1); frame; frame = stack.at(-1)) {
    const child: Nodes | undefined = frame.node.children[frame.index++]
    if (!child) {
      stack.pop()
      continue
    }
    if (child.type === 'text' && child.value !== '') {
      const last = child.value.at(-1) as string
      if (child.value.trim() !== '' || lasts.has(frame.block)) lasts.set(frame.block, last)
    }
    if (child.type !== 'element') continue
    parents.set(child, frame.node)
    const block = isInline(child) ? frame.block : child
    const place: Place = {
      element: child,
      parent: frame.node,
      block,
      before: lasts.get(block) ?? '',
      order: order++,
    }
    for (const id of [child.properties.id, child.tagName === 'a' ? child.properties.name : undefined])
      if (typeof id === 'string' && id !== '' && !targets.has(id)) targets.set(id, place)
    if (isNoteBody(child)) bodies.push(place)
    if (isCandidate(child) && markText(child) !== undefined) marks.push(place)
    stack.push({node: child, index: 0, block})
  }
  return {marks, targets, bodies, parents}
}

/** Brings notes of the article that are outside of its element, or were removed with a region, to its end. */
import type {Element, ElementContent} from 'hast'
import type {Report} from '../findings/report.ts'
import {extentOf} from '../trace/extent.ts'
import type {Note} from './settle-marks.ts'

/** Append to `container` the notes to which marks in it lead, from any of `others`, which are left without them. */
export function bringNotes(
  container: Element,
  others: readonly Element[],
  notes: readonly Note[],
  report: Report,
): void {
  const inside = elementsIn(container)
  const missing = notes.filter(
    ({block, marks}) => !inside.has(block) && marks.some((mark) => inside.has(mark)),
  )
  if (missing.length === 0) return
  const parents = parentsIn(others)
  const groups: {parent: Element | undefined; blocks: Element[]}[] = []
  for (const {block} of missing) {
    const parent = parents.get(block)
    const last = groups.at(-1)
    if (last && parent && last.parent === parent) last.blocks.push(block)
    else groups.push({parent, blocks: [block]})
    if (parent) parent.children = parent.children.filter((child) => child !== block)
  }
  const brought = groups.flatMap(({parent, blocks}): Element[] =>
    parent && PARTS.has(blocks[0]?.tagName ?? '') ? [wrapped(parent, blocks)] : blocks,
  )
  for (const element of brought) delete element.properties.hidden
  container.children.push(...(brought as ElementContent[]))
  const ranges = missing.flatMap(({block}) => (parents.has(block) ? (extentOf(block) ?? []) : []))
  if (ranges.length > 0)
    report({code: 'note-moved', message: 'Notes outside the article were put at its end.', ranges})
}

/** Removals without those of notes, and of a heading right above them. */
export function withoutNotes<Line extends {nodes: readonly ElementContent[]}>(
  removals: readonly Line[],
  lines: readonly {nodes: readonly ElementContent[]; tagName: string}[],
  notes: readonly Note[],
): readonly Line[] {
  if (notes.length === 0 || removals.length === 0) return removals
  const inNotes = new Set<ElementContent>()
  for (const {block} of notes)
    for (const element of elementsIn(block))
      for (const node of [element, ...element.children]) inNotes.add(node)
  const kept = new Set<ElementContent>()
  for (const [index, {nodes}] of lines.entries()) {
    const [first] = nodes
    if (!first || !inNotes.has(first)) continue
    kept.add(first)
    const above = lines[index - 1]
    if (above && /^h[1-6]$/.test(above.tagName)) for (const node of above.nodes) kept.add(node)
  }
  return removals.filter(({nodes}) => !nodes.some((node) => kept.has(node)))
}

/** Elements that mean nothing outside their list or table. */
const PARTS = new Set(['li', 'tr'])

/** Items in a list of the same kind, rows in a table. */
function wrapped(parent: Element, children: Element[]): Element {
  const tagName = parent.tagName === 'ol' || parent.tagName === 'ul' ? parent.tagName : 'table'
  return {
    type: 'element',
    tagName: children[0]?.tagName === 'li' && tagName === 'table' ? 'ol' : tagName,
    properties: {},
    children,
  }
}

function elementsIn(root: Element): Set<Element> {
  const found = new Set<Element>([root])
  for (const element of found)
    for (const child of element.children) if (child.type === 'element') found.add(child)
  return found
}

function parentsIn(roots: readonly Element[]): Map<Element, Element> {
  const parents = new Map<Element, Element>()
  for (const element of roots.flatMap((root) => [...elementsIn(root)]))
    for (const child of element.children) if (child.type === 'element') parents.set(child, element)
  return parents
}

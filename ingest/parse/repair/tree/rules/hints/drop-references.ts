import type {Element, Root} from 'hast'
import type {Report} from '../../../../findings/report.ts'
import type {SourceRange} from '../../../../trace/traced-text.ts'
import {isElement, isTag, type Node, plainText, stretchOf} from '../../lib/nodes.ts'

/**
 * Marks that point to a missing note: the text came without its notes, so readers would look for them in vain. A mark
 * with a note stays.
 *
 * @example
 *   ```html
 *   <p>The hills are old.<sup><a href="#cite_note-1">[1]</a></sup></p>
 *   ```
 *   becomes
 *   ```html
 *   <p>The hills are old.</p>
 *   ```
 */
export function dropReferences(tree: Root, report: Report): void {
  const marks: {mark: Element; parent: Element; target: string}[] = []
  const ids = new Set<string>()
  const stack: Node[] = tree.children.toReversed()
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!isElement(node)) continue
    for (const name of [node.properties.id, node.properties.name]) if (typeof name === 'string') ids.add(name)
    for (const child of node.children.toReversed()) {
      const target = targetOf(child)
      if (target !== undefined && isElement(child)) marks.push({mark: child, parent: node, target})
      stack.push(child)
    }
  }
  const dangling = marks.filter(({target}) => !ids.has(target))
  const [first] = dangling
  if (!first) return
  const ranges: SourceRange[] = []
  const byParent = new Map<Element, Set<Node>>()
  for (const {mark, parent} of dangling) {
    for (const range of stretchOf(mark)) ranges.push(range)
    byParent.set(parent, (byParent.get(parent) ?? new Set()).add(mark))
  }
  for (const [parent, gone] of byParent) parent.children = parent.children.filter((child) => !gone.has(child))
  report({
    code: 'reference-dropped',
    message: 'Markers that point to missing notes were left out.',
    ranges,
    before: plainText(first.mark),
  })
}

/** Maximum length of a mark, in characters: “[Compensation 12]”. */
const MAX_LENGTH = 24

/** Find the id that a superscript mark points to; undefined for other nodes. */
function targetOf(node: Node): string | undefined {
  if (!isTag(node, 'sup')) return undefined
  const text = plainText(node)
  if (text === '' || text.length > MAX_LENGTH) return undefined
  let inner: Element = node
  for (;;) {
    const shown = inner.children.filter((child) => child.type !== 'text' || child.value.trim() !== '')
    const [only] = shown
    if (shown.length !== 1 || only?.type !== 'element') return undefined
    if (only.tagName === 'a') {
      const href = only.properties.dataPlace ?? only.properties.href
      if (typeof href !== 'string' || href.length < 2 || !href.startsWith('#')) return undefined
      try {
        return decodeURIComponent(href.slice(1))
      } catch {
        // An address with a stray per cent sign is used as it is.
        return href.slice(1)
      }
    }
    inner = only
  }
}

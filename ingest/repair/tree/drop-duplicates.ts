import type {Element, Root} from 'hast'
import type {Report} from '../../findings/report.ts'
import {mapFlows} from './flows.ts'
import {plainLine} from './line-text.ts'
import {HEADINGS, LISTS} from './names.ts'
import {createNear} from './near-duplicates.ts'
import {hasEmbedded, isElement, isTag, type Node, plainText, stretchOf, withChildren} from './nodes.ts'
import {headingLook, wordsOf} from './prose.ts'

/** How far after the first a heading's copy may stand, in blocks: a heading may rightly come again under another. */
const HEADING_REACH = 8

interface Seen {
  index: number
  node: Node
}

/**
 * Exact copies of an earlier block or item go; the first stays. Only where they are long enough that a writer would not
 * repeat them. Copies that differ in case, spacing or punctuation, or are cut off, are flagged and stay.
 *
 * @example
 *   ```html
 *   <ul><li>Partner groups support the youth education programs.</li></ul><p>Between.</p>
 *   <ul><li>Partner groups support the youth education programs.</li></ul>
 *   ```
 *   becomes
 *   ```html
 *   <ul><li>Partner groups support the youth education programs.</li></ul><p>Between.</p>
 *   ```
 */
export function dropDuplicates(tree: Root, report: Report): void {
  const seen = new Map<string, Seen>()
  const flagNear = createNear(report)
  let at = 0
  const copy = (node: Node, kind: string, text: string, again = false): boolean => {
    const index = at++
    const key = `${kind}:${text}`
    const first = seen.get(key)
    if (!first) {
      seen.set(key, {index, node})
      if (kind !== 'heading') flagNear(node, text)
      return false
    }
    // A line may be a heading that has not been told yet.
    const headed =
      index - first.index <= HEADING_REACH && (kind === 'heading' || (kind === 'p' && headingLook(text)))
    if (!again && !isWeighty(text, headed ? 'heading' : kind)) return false
    if (kind === 'heading' && !headed) return false
    report({
      code: 'duplicate-dropped',
      message: 'An exact copy of an earlier piece of text.',
      ranges: stretchOf(node),
      before: text,
      data: {of: stretchOf(first.node)},
    })
    return true
  }
  mapFlows(tree, (siblings) => {
    let changed = false
    const kept = siblings.flatMap((node): Node[] => {
      if (!isElement(node) || !(LISTS.has(node.tagName) || kindOf(node)) || hasEmbedded(node)) return [node]
      if (LISTS.has(node.tagName)) {
        const list = withoutCopies(node, copy)
        if (list === node) return [node]
        changed = true
        return list ? [list] : []
      }
      const kind = kindOf(node)
      if (!kind) return [node]
      const text = plainLine(node)
      if (!copy(node, kind, text)) return [node]
      changed = true
      return []
    })
    return changed ? kept : siblings
  })
}

function kindOf(node: Element): string | undefined {
  if (HEADINGS.has(node.tagName)) return 'heading'
  return node.tagName === 'p' || node.tagName === 'table' ? node.tagName : undefined
}

/** Long enough not to be a rightful repeat: "Yes." may be said twice, a sentence is not. */
function isWeighty(text: string, kind: string): boolean {
  const words = wordsOf(text).length
  if (kind === 'heading') return words >= 2 && text.length >= 10
  return kind === 'item' ? words >= 3 && text.length >= 12 : words >= 4 && text.length >= 20
}

/** A list without its copies: itself if it has none, nothing if it was all copies. */
function withoutCopies(
  list: Element,
  copy: (node: Node, kind: string, text: string, again?: boolean) => boolean,
): Element | undefined {
  const texts = new Set<string>()
  const kept = list.children.filter((item) => {
    if (!isTag(item, 'li')) return true
    const text = plainText(item)
    // Within one list even a short item is not said twice.
    const again = texts.has(text) && text.length >= 8
    texts.add(text)
    return !copy(item, 'item', text, again)
  })
  if (kept.length === list.children.length) return list
  return kept.some((item) => isTag(item, 'li')) ? withChildren(list, kept) : undefined
}

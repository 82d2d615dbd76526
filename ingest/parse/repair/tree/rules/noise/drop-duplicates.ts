import type {Root} from 'hast'
import type {Report} from '../../../../findings/report.ts'
import {type Copies, findCopies} from '../../lib/copied-blocks.ts'
import type {Block, Copy} from '../../lib/copies.ts'
import {mapFlows} from '../../lib/flows.ts'
import {plainLine} from '../../lib/line-text.ts'
import {HEADINGS, LISTS} from '../../lib/names.ts'
import {createNearDuplicateFlag} from '../../lib/near-duplicates.ts'
import {
  hasEmbedded,
  isBlank,
  isElement,
  isOneOf,
  isTag,
  type Named,
  type Node,
  plainText,
  stretchOf,
  withChildren,
} from '../../lib/nodes.ts'

/**
 * Exact copies of an earlier block or item go; the first stays. Only where no writer would repeat a text; a repetition
 * that may be intended stays with a finding, and so do copies that differ by a word, in case, spacing or punctuation,
 * or are truncated.
 *
 * @example
 *   ```html
 *   <ul><li>Partner groups support the youth programs of the schools.</li></ul><p>Between.</p>
 *   <ul><li>Partner groups support the youth programs of the schools.</li></ul>
 *   ```
 *   becomes
 *   ```html
 *   <ul><li>Partner groups support the youth programs of the schools.</li></ul><p>Between.</p>
 *   ```
 */
export function dropDuplicates(tree: Root, report: Report): void {
  const blocks = blocksOf(tree)
  const found = findCopies(blocks)
  const {copies, kept} = found
  for (const copy of kept) {
    report({
      code: 'possible-duplicate',
      message: 'The same text appears a little earlier. It may be a copy or intended.',
      ranges: stretchOf(copy.node),
      before: copy.text,
    })
  }
  flagNear(blocks, found, report)
  if (copies.length === 0) return
  for (const {node, of, text} of copies) {
    report({
      code: 'duplicate-dropped',
      message: 'An exact copy of an earlier passage was removed.',
      ranges: stretchOf(node),
      before: text,
      data: {of: stretchOf(of)},
    })
  }
  takeOut(tree, copies)
}

/** List the text blocks in the order in which rules meet them. A block with an image is not a copy. */
function blocksOf(tree: Root): Block[] {
  const blocks: Block[] = []
  mapFlows(tree, (siblings) => {
    const shown = siblings.filter((node) => !isBlank(node))
    for (const [index, node] of shown.entries()) {
      const kind = kindOf(node)
      if (!kind || hasEmbedded(node)) continue
      const items =
        kind === 'list'
          ? (node as Named).children
              .filter((item) => isTag(item, 'li'))
              .map((item) => ({node: item, text: plainText(item)}))
          : []
      const text = kind === 'list' ? items.map((item) => item.text).join('\n') : plainLine(node)
      const isCaption = [shown[index - 1], shown[index + 1]].some((other) => other && isMedia(other))
      const before = shown[index - 1]
      const isContinued = kind === 'list' && isElement(before) && before.tagName === (node as Named).tagName
      blocks.push({node: node as Named, kind, text, items, isContinued, isCaption})
    }
    return siblings
  })
  return blocks
}

const isMedia = (node: Node): boolean => isElement(node) && hasEmbedded(node)

function kindOf(node: Node): Block['kind'] | undefined {
  if (isOneOf(node, HEADINGS)) return 'heading'
  if (isOneOf(node, LISTS)) return 'list'
  return isTag(node, 'p') ? 'p' : isTag(node, 'table') ? 'table' : undefined
}

/** Flag near copies, which matter more if the text has exact ones. */
function flagNear(blocks: readonly Block[], {copies}: Copies, report: Report): void {
  const gone = new Set(copies.map(({node}) => node))
  const flag = createNearDuplicateFlag(report, copies.length > 0)
  for (const {node, kind, text, items} of blocks) {
    if (kind === 'heading' || gone.has(node)) continue
    if (kind !== 'list') flag(node, text)
    else for (const item of items) if (!gone.has(item.node)) flag(item.node, item.text)
  }
}

/** Remove the copies; a list without other items goes too. */
function takeOut(tree: Root, copies: readonly Copy[]): void {
  const gone = new Set(copies.map(({node}) => node))
  mapFlows(tree, (siblings) => {
    let changed = false
    const kept = siblings.flatMap((node): Node[] => {
      if (gone.has(node)) {
        changed = true
        return []
      }
      if (!isOneOf(node, LISTS) || !node.children.some((item) => gone.has(item))) return [node]
      changed = true
      const rest = node.children.filter((item) => !gone.has(item))
      return rest.some((item) => isTag(item, 'li')) ? [withChildren(node, rest)] : []
    })
    return changed ? kept : siblings
  })
}

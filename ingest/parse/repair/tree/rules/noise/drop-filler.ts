import type {Root} from 'hast'
import type {Report} from '../../../../findings/report.ts'
import {mapFlows} from '../../lib/flows.ts'
import {plainLine} from '../../lib/line-text.ts'
import {hasEmbedded, isOneOf, isTag, stretchOf} from '../../lib/nodes.ts'
import {isFiller} from '../../lib/prose.ts'

const DROPPABLE: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p'])

/**
 * Blocks of filler characters go. Short runs stay, since writers use them ("* * *", ". . .").
 *
 * @example
 *   ```html
 *   <p>One.</p><p>. . . . . . . . . . $ $ $ $ $ $ $ $</p><p>* * *</p><p>Two.</p>
 *   ```
 *   becomes
 *   ```html
 *   <p>One.</p><p>* * *</p><p>Two.</p>
 *   ```
 */
export function dropFiller(tree: Root, report: Report): void {
  mapFlows(tree, (siblings) => {
    const kept = siblings.filter((node) => {
      if (!isOneOf(node, DROPPABLE) || hasEmbedded(node)) return true
      const text = plainLine(node)
      if (text === '') return node.children.some((child) => isTag(child, 'a'))
      if (!isFiller(text)) return true
      report({
        code: 'filler-dropped',
        message: 'A run of filler characters was removed.',
        ranges: stretchOf(node),
        before: text,
      })
      return false
    })
    return kept.length === siblings.length ? siblings : kept
  })
}

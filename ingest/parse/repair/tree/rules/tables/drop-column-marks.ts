import type {Root} from 'hast'
import type {Report} from '../../../../findings/report.ts'
import {cutAt, trimNodes} from '../../lib/cut.ts'
import {mapFlows} from '../../lib/flows.ts'
import {rawLine} from '../../lib/line-text.ts'
import {isTag, sourceOf, withChildren} from '../../lib/nodes.ts'

/**
 * A column mark at the end of a paragraph that has no other one closed the cell that had swallowed the paragraph.
 *
 * @example
 *   ```html
 *   <table><tbody><tr><td>a</td></tr></tbody></table><p>After the table. |</p>
 *   ```
 *   becomes
 *   ```html
 *   <table><tbody><tr><td>a</td></tr></tbody></table><p>After the table.</p>
 *   ```
 */
export function dropColumnMarks(tree: Root, report: Report): void {
  mapFlows(tree, (siblings) => {
    if (!siblings.some((node) => isTag(node, 'table'))) return siblings
    return siblings.map((node) => {
      if (!isTag(node, 'p')) return node
      const text = rawLine(node)
      if (!text.trimEnd().endsWith('|')) return node
      const at = text.slice(0, text.lastIndexOf('|')).trimEnd().length
      if (at < 1 || text.indexOf('|') !== text.lastIndexOf('|')) return node
      const [kept, mark] = cutAt(node.children, at)
      report({
        code: 'tag-debris-dropped',
        message: 'A column separator after the last cell of a table was removed.',
        ranges: sourceOf(mark),
        before: '|',
      })
      return withChildren(node, trimNodes(kept))
    })
  })
}

import type {Element, Root} from 'hast'
import type {Report} from '../../findings/report.ts'
import {bareParagraph} from './bare.ts'
import {cutAt, trimNodes} from './cut.ts'
import {mapFlows} from './flows.ts'
import {gluedHeading} from './glue.ts'
import {HEADINGS} from './names.ts'
import {element, isOneOf, isTag, type Node, rawText, sourceOf, stretchOf, withChildren} from './nodes.ts'

/**
 * A heading glued to the paragraph after it, with no tag left at the joint, is taken apart: after a run of capitalised
 * words at the start of a block, a small letter is followed by the capital of a sentence.
 *
 * @example
 *   ```html
 *   <p>What the Harbour Master Told the CouncilThe plan was not ready, and nobody knew when it would be.</p>
 *   ```
 *   becomes
 *   ```html
 *   <h2>What the Harbour Master Told the Council</h2><p>The plan was not ready, and nobody knew when it would be.</p>
 *   ```
 */
export function splitHeadings(tree: Root, report: Report): void {
  const level = commonLevel(tree)
  mapFlows(tree, (siblings) => {
    let changed = false
    const result = siblings.flatMap((node): Node[] => {
      if (!isTag(node, 'p') && !isOneOf(node, HEADINGS)) return [node]
      const text = rawText(node)
      const joint = gluedHeading(text, isOneOf(node, HEADINGS))
      if (joint === undefined) return [node]
      changed = true
      const [left, right] = cutAt(node.children, joint)
      const heading = isTag(node, 'p') ? element(level, trimNodes(left)) : withChildren(node, trimNodes(left))
      const rest = bareParagraph(trimNodes(right))
      const at = sourceOf(rest)[0]?.start ?? 0
      report({
        code: 'heading-split',
        message: 'A heading runs into the sentence after it, with no tag left at the joint.',
        ranges: [...stretchOf(heading), {start: at, end: at}],
        before: text.slice(Math.max(0, joint - 40), joint + 40),
        doubtful: true,
      })
      return [heading, rest]
    })
    return changed ? result : siblings
  })
}

/** The level that most headings below the title have; the second where there are none. */
export function commonLevel(tree: Root): string {
  const counts = new Map<string, number>()
  const stack: Node[] = [...tree.children]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type !== 'element') continue
    if (HEADINGS.has(node.tagName)) {
      if (node.tagName !== 'h1') counts.set(node.tagName, (counts.get(node.tagName) ?? 0) + 1)
    } else for (const child of (node as Element).children) stack.push(child)
  }
  let best = 'h2'
  let most = 0
  for (const [level, count] of [...counts].toSorted())
    if (count > most) {
      best = level
      most = count
    }
  return best
}

import type {Element, Root} from 'hast'
import type {Report} from '../../../../findings/report.ts'
import {cutAt, trimNodes} from '../../lib/cut.ts'
import {mapFlows} from '../../lib/flows.ts'
import {headingJoint, type Vocabulary, vocabularyOf} from '../../lib/heading-joint.ts'
import {commonLevel, guessLevel} from '../../lib/heading-level.ts'
import {inferredParagraph, isInferredParagraph} from '../../lib/inferred-paragraphs.ts'
import {rawLine} from '../../lib/line-text.ts'
import {HEADINGS} from '../../lib/names.ts'
import {
  element,
  isOneOf,
  isTag,
  type Node,
  plainText,
  sourceOf,
  stretchOf,
  withChildren,
} from '../../lib/nodes.ts'

/**
 * A heading joined to the paragraph after it, with no tag left in between, is split off: after a run of capitalized
 * words at the start of a block, a lower-case letter is followed by the capital of a sentence.
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
  // As it was before the first of them was split off.
  let common: string | undefined
  const level = (): string => (common ??= commonLevel(tree))
  let counts: Vocabulary | undefined
  // Counted only if a joint is in doubt, which most texts do not have.
  const vocabulary: Vocabulary = {
    get: (word) => {
      counts ??= vocabularyOf(tree.children.map((child) => plainText(child)).join('\n'))
      return counts.get(word)
    },
  }
  mapFlows(tree, (siblings) => {
    const result = siblings.flatMap((node) =>
      isTag(node, 'p') || isOneOf(node, HEADINGS) ? split(node, level, vocabulary, report) : [node],
    )
    return result.length === siblings.length ? siblings : result
  })
}

/** Split headings off the start of a block; the rest may contain another one. */
function split(block: Element, level: () => string, vocabulary: Vocabulary, report: Report): Node[] {
  const headings: Node[] = []
  let rest = block
  for (;;) {
    const text = rawLine(rest)
    const tagged = isOneOf(rest, HEADINGS)
    const joint = headingJoint(text, tagged, tagged || isInferredParagraph(rest) ? vocabulary : undefined)
    if (joint === undefined) return [...headings, rest]
    const [left, right] = cutAt(rest.children, joint)
    const heading = isTag(rest, 'p')
      ? guessLevel(element(level(), trimNodes(left)))
      : withChildren(rest, trimNodes(left))
    rest = inferredParagraph(trimNodes(right))
    const at = sourceOf(rest)[0]?.start ?? 0
    report({
      code: 'heading-split',
      message: 'A heading ran into the next sentence. It was split off.',
      ranges: [...stretchOf(heading), {start: at, end: at}],
      before: text.slice(Math.max(0, joint - 40), joint + 40),
      weight: 'doubtful',
    })
    headings.push(heading)
  }
}

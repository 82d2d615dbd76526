import type {Root} from 'hast'
import type {Report} from '../../../../findings/report.ts'
import {cutAt, trimNodes} from '../../lib/cut.ts'
import {mapFlows} from '../../lib/flows.ts'
import {isInferred, setInferred} from '../../lib/inferred-paragraphs.ts'
import {rawLine} from '../../lib/line-text.ts'
import {element, isTag, type Named, type Node, sourceOf} from '../../lib/nodes.ts'

/** A sentence’s stop followed directly by another sentence. */
const JOINT = /(?<=\p{Ll}{3}[.!?]["”’»]?)(?=["“„«]?\p{Lu}\p{Ll}*[,’']?\s+[\p{L}\p{N}])/gu
/** A quick test: every joint matches, and few texts do. */
const GLUED = /[.!?]["”’»]?["“„«]?\p{Lu}/u
/** Minimum length of text on either side, in UTF-16 units: a missing space alone is a slip. */
const MIN_LENGTH = 80

/**
 * Paragraphs that run into each other because the tags between them are lost: a sentence ends and the next begins
 * without a space. One such place is a slip; several, between long texts, are damage.
 *
 * @example
 *   ```html
 *   <p>The council met until midnight on Monday, and nobody left before the vote was counted twice.Divers found an unmapped wreck under the berth, and the engineers moved the wall by eleven metres.The harbour master said that he had warned the council about the wreck more than ten years ago.</p>
 *   ```
 *   becomes
 *   ```html
 *   <p>The council met until midnight on Monday, and nobody left before the vote was counted twice.</p><p>Divers found an unmapped wreck under the berth, and the engineers moved the wall by eleven metres.</p><p>The harbour master said that he had warned the council about the wreck more than ten years ago.</p>
 *   ```
 */
export function splitParagraphs(tree: Root, report: Report): void {
  const joints = new Map<Node, number[]>()
  let count = 0
  mapFlows(tree, (siblings) => {
    for (const node of siblings) {
      if (!isTag(node, 'p')) continue
      const found = jointsOf(rawLine(node))
      if (found.length > 0) joints.set(node, found)
      count += found.length
    }
    return siblings
  })
  if (count < 2) return
  mapFlows(tree, (siblings) =>
    siblings.some((node) => joints.has(node))
      ? siblings.flatMap((node) => (isTag(node, 'p') ? parts(node, joints.get(node) ?? [], report) : [node]))
      : siblings,
  )
}

function jointsOf(text: string): number[] {
  const found: number[] = []
  if (text.length < 2 * MIN_LENGTH || !GLUED.test(text)) return found
  let from = 0
  for (const {index} of text.matchAll(JOINT)) {
    if (index - from < MIN_LENGTH || text.length - index < MIN_LENGTH) continue
    found.push(index)
    from = index
  }
  return found
}

function parts(node: Named<'p'>, joints: readonly number[], report: Report): Node[] {
  const result: Node[] = []
  const inferred = isInferred(node)
  let rest: Node[] = node.children
  let from = 0
  for (const joint of joints) {
    const [left, right] = cutAt(rest, joint - from)
    result.push(setInferred(element('p', trimNodes(left)), inferred))
    rest = right
    from = joint
    const at = sourceOf(right)[0]?.start ?? 0
    report({
      code: 'paragraph-split',
      message: 'A paragraph ran into the next without a space. The two were split.',
      ranges: [{start: at, end: at}],
      weight: 'doubtful',
    })
  }
  return joints.length === 0 ? [node] : [...result, setInferred(element('p', trimNodes(rest)), inferred)]
}

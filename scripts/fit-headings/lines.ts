/**
 * Is a line of plain text a heading? Documents are turned into lines as an extractor writes them: without tags, and
 * items with a dash. The model is compared with the rule that only looks at the form of lines; each document is judged
 * with weights that were fitted without it.
 */
import type {Element} from 'hast'
import type {FlowBlock} from '../../ingest/parse/repair/tree/lib/heading-model/flow.ts'
import {habitsOf, lineFeatures} from '../../ingest/parse/repair/tree/lib/heading-model/line-features.ts'
import {lookByRule} from '../../ingest/parse/repair/tree/lib/heading-rule.ts'
import {inferredParagraph} from '../../ingest/parse/repair/tree/lib/inferred-paragraphs.ts'
import {element, isTag} from '../../ingest/parse/repair/tree/lib/nodes.ts'
import type {Document} from './documents.ts'
import {chance, type Example, fitLogistic, type Weights} from './logistic.ts'

interface Line extends Example {
  /** The result of the rule. */
  ruled: boolean
  text: string
}

/**
 * A document as lines, without lines that look like headings but have no heading tag, since their truth is not known.
 */
function linesOf({blocks}: Document): Line[] {
  const flow: FlowBlock[] = blocks.map((block) =>
    block.type === 'list' || block.type === 'table'
      ? {kind: block.type, text: '', level: 0}
      : {kind: 'text', text: block.text, level: 0},
  )
  const ruled = byRule(flow)
  const habits = habitsOf(flow)
  return blocks.flatMap((block, index) => {
    // Whether the first line is the title depends on other things.
    if (index === 0 || block.type === 'list' || block.type === 'table') return []
    if (block.type === 'paragraph' && block.bold) return []
    if (block.text.length > 200) return []
    const truth = block.type === 'heading'
    return [
      {features: lineFeatures(flow, index, habits), truth, ruled: ruled[index] ?? false, text: block.text},
    ]
  })
}

/** The rule for lines. It starts at the end, since a line may be above one that is a heading. */
function byRule(flow: readonly FlowBlock[]): boolean[] {
  const nodes = flow.map(
    ({kind, text}): Element =>
      kind === 'text'
        ? inferredParagraph([{type: 'text', value: text}])
        : element(kind === 'list' ? 'ul' : 'table', []),
  )
  for (let index = nodes.length - 1; index >= 0; index--) {
    const node = nodes[index]
    if (isTag(node, 'p') && lookByRule(node, nodes[index - 1], nodes[index + 1]))
      nodes[index] = {...node, tagName: 'h2'}
  }
  return nodes.map((node) => isTag(node, 'h2'))
}

/** The weights for all documents, and a report of model and rule on documents that were left out. */
export function measureLines(documents: readonly Document[]): {weights: Weights; report: string} {
  const all = documents.map(linesOf)
  const model = new Tally()
  const rule = new Tally()
  all.forEach((lines, left) => {
    const weights = fitLogistic(all.flatMap((other, index) => (index === left ? [] : other)))
    for (const {features, truth, ruled} of lines) {
      model.add(truth, chance(weights, features) > 0.5)
      rule.add(truth, ruled)
    }
  })
  return {weights: fitLogistic(all.flat()), report: `is a line a heading?  rule ${rule}  model ${model}`}
}

/** Counts of right and wrong answers. */
class Tally {
  right = 0
  all = 0
  hit = 0
  said = 0
  meant = 0
  add(truth: boolean, said: boolean): void {
    this.all++
    if (truth === said) this.right++
    if (truth && said) this.hit++
    if (said) this.said++
    if (truth) this.meant++
  }
  toString(): string {
    const f1 = (2 * this.hit) / Math.max(1, this.said + this.meant)
    return `accuracy ${(this.right / this.all).toFixed(4)}, F1 ${f1.toFixed(4)} (${this.all} cases, ${this.meant} true)`
  }
}

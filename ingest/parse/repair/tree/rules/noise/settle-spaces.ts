import type {Root, Text} from 'hast'
import type {Report} from '../../../../findings/report.ts'
import {setText, tracedTextOf} from '../../../../trace/attach.ts'
import {type Edit, edit, rangesOf, type SourceRange, slice} from '../../../../trace/traced-text.ts'
import {textNodesOf} from '../../lib/nodes.ts'

/**
 * No-break spaces that an editor wrote for all spaces, so that lines could not break; and the signs that editors put into
 * empty lines and in place of objects. A no-break space that a writer means stays: before a unit or a sign, or between two words of a
 * text that has spaces.
 *
 * @example
 *   ```html
 *   <p>Nobody&nbsp;in&nbsp;the&nbsp;valley&nbsp;knows.&#xfffc;</p>
 *   ```
 *   becomes
 *   ```html
 *   <p>Nobody in the valley knows.</p>
 *   ```
 */
export function settleSpaces(tree: Root, report: Report): void {
  const nodes = [...textNodesOf(tree)].filter(({value}) => /[\u00a0\ufffc]/.test(value))
  if (nodes.length === 0) return
  const isForAll = isForAllSpaces(nodes, [...textNodesOf(tree)], MIN_IN_TEXT)
  const replaced: SourceRange[] = []
  const dropped: SourceRange[] = []
  for (const node of nodes) {
    const text = tracedTextOf(node)
    const isForNode = isForAll || isForAllSpaces([node], [node], MIN_IN_NODE)
    const edits: Edit[] = []
    for (const {0: sign, index} of text.value.matchAll(SIGNS)) {
      if (
        sign === '\u00a0' &&
        (!isForNode || MEANT.test(text.value.slice(Math.max(0, index - 1), index + 2)))
      )
        continue
      edits.push({start: index, end: index + 1, value: sign === '\u00a0' ? ' ' : ''})
      const list = sign === '\u00a0' ? replaced : dropped
      for (const range of rangesOf(slice(text, index, index + 1).origin)) list.push(range)
    }
    if (edits.length > 0) setText(node, edit(text, edits))
  }
  if (replaced.length > 0)
    report({
      code: 'spaces-restored',
      message: 'No-break spaces between all words became spaces.',
      ranges: replaced,
      after: ' ',
    })
  if (dropped.length > 0)
    report({
      code: 'invisible-dropped',
      message: 'Signs that take the place of an object were removed.',
      ranges: dropped,
    })
}

const SIGNS = /[\u00a0\ufffc]/g
const KEPT = /(?<=\p{L})\u00a0(?=\p{L})/gu
const PLAIN = /(?<=\p{L}) (?=\p{L})/gu
/** A space that belongs to the sign beside it, as in French. */
const MEANT = /^(?:«|.?\u00a0[:;!?»%‰€°])/u
/** Minimum number of no-break spaces between words, in the whole text and in one part of it. */
const MIN_IN_TEXT = 2
const MIN_IN_NODE = 3

/** Whether most spaces between words are no-break spaces. */
function isForAllSpaces(kept: readonly Text[], all: readonly Text[], least: number): boolean {
  const count = (nodes: readonly Text[], pattern: RegExp): number =>
    nodes.reduce((sum, {value}) => sum + (value.match(pattern)?.length ?? 0), 0)
  const found = count(kept, KEPT)
  return found >= least && found > count(all, PLAIN)
}

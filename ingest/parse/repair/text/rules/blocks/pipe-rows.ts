/**
 * Remnants of table tags in lines of piped cells: a joint of cells becomes a pipe, a joint of rows a line break, and
 * text after the end of the table leaves the row.
 *
 * @example
 *   in: Land | Chance |\nPeru</td><td> High</td></tr> </tbody> </table> What follows. |
 *   out: Land | Chance |\nPeru | High |\nWhat follows.
 * @example
 *   in: Chad | Low </tr> |\nNext | line
 *   out: Chad | Low |\nNext | line
 * @example
 *   in: Peru | High | 3 |\nMali</td><td></td><td>4 |\nChad | Low | 5 |
 *   out: Peru | High | 3 |\nMali | | 4 |\nChad | Low | 5 |
 * @example
 *   in: <table><tr><td>a | b</td></tr></table>
 *   out: <table><tr><td>a | b</td></tr></table>
 */
import type {Edit} from '../../../../trace/traced-text.ts'
import {sourceRange} from '../../../../trace/traced-text.ts'
import {apply, type TextRule} from '../../rule.ts'
import {endsTable, namesOf} from './pipe-rows/clusters.ts'
import {replacement, rowLines, widestOf} from './pipe-rows/rows.ts'

export const pipeRows: TextRule = (text, report) => {
  const {value} = text
  const rows = rowLines(text)
  if (!rows) return text
  const {lines, widths} = rows
  const edits: Edit[] = []
  lines.forEach((line, index) => {
    const {clusters, start, end: lineEnd} = line
    if (clusters.length === 0 || !line.hasText) return
    // An empty cell is plausible while the row is not wider than its table.
    const empty = widestOf(line, value, true) <= (widths[index] ?? 0)
    const from = edits.length
    let tail: number | undefined
    let joints = 0
    for (const cluster of clusters) {
      const {put, joint} = replacement(cluster, line, joints > 0, empty)
      if (joint) joints++
      edits.push({start: cluster.start, end: cluster.end, value: put})
      const [name] = namesOf(cluster)
      report({
        code: 'tag-debris-dropped',
        message: 'Remnants of table tags were removed from a table row.',
        ranges: [sourceRange(text, cluster.first, cluster.last)],
        data: {tag: name?.replace('/', ''), closing: name?.startsWith('/')},
      })
      if (endsTable(cluster) && cluster.end < lineEnd) tail = cluster.end
    }
    const place = (from: number, to: number) => [sourceRange(text, from, to)]
    if (joints > 0) {
      report({
        code: 'table-row-rebuilt',
        message: 'A table row with broken tags between its cells was rebuilt.',
        ranges: place(start, tail ?? lineEnd),
      })
    }
    if (tail !== undefined) {
      const end = closingMark(value, tail, lineEnd)
      if (end < lineEnd && edits.length > from) edits.push({start: end, end: lineEnd, value: ''})
      report({
        code: 'table-tail-moved-out',
        message: 'Text that follows a table was in its last cell. It was moved after the table.',
        ranges: place(tail, lineEnd),
      })
    }
  })
  return apply(text, edits)
}

/**
 * Find the start of the column mark that ends a range, with the spaces around it; the end of the range if there is
 * none.
 */
function closingMark(value: string, start: number, end: number): number {
  const mark = value.slice(start, end).search(/\|[ \t]*$/)
  if (mark < 0) return end
  let at = start + mark
  while (at > start && ' \t'.includes(value.charAt(at - 1))) at--
  return at
}

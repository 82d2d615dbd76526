/**
 * Rests of table tags in lines of piped cells: a joint of cells becomes a pipe, a joint of rows a line break, and what
 * follows the end of the table leaves the row.
 *
 * @example
 *   in: Land | Chance |\nPeru</td><td> High</td></tr> </tbody> </table> What follows. |
 *   out: Land | Chance |\nPeru | High |\nWhat follows.
 * @example
 *   in: Chad | Low </tr> |\nNext | line
 *   out: Chad | Low |\nNext | line
 * @example
 *   in: <table><tr><td>a | b</td></tr></table>
 *   out: <table><tr><td>a | b</td></tr></table>
 */
import type {Edit} from '../../../trace/traced-text.ts'
import {sourceRange} from '../../../trace/traced-text.ts'
import {tableParts} from '../markup/names.ts'
import {structureOf} from '../markup/structure.ts'
import {type Token, tokens} from '../markup/tokens.ts'
import {apply, type TextRule} from '../rule.ts'
import {modesOf} from './line-blocks/kinds.ts'
import {segmentsOf} from './line-blocks/segments.ts'

export const pipeRows: TextRule = (text, report) => {
  const {value} = text
  if (!value.includes('|') || !/<\/?t(?:able|body|head|r|d|h)[\s>]/i.test(value)) return text
  const list = tokens(text)
  if (structureOf(text) !== 'lines') return text
  if (modesOf(list, segmentsOf(list, value), value).tables) return text
  const edits: Edit[] = []
  for (const line of linesOf(list)) {
    const clusters = clustersOf(line, value)
    if (clusters.length === 0 || !line.some((token) => token.type === 'text')) continue
    const lineEnd = line.at(-1)?.end ?? 0
    const from = edits.length
    let tail: number | undefined
    let joints = 0
    for (const cluster of clusters) {
      const first = cluster.start <= (line[0]?.start ?? 0)
      const last = cluster.end >= lineEnd
      const ends = cluster.names.includes('/table')
      const row = ends || cluster.names.some((name) => /^\/?(?:tr|tbody|thead|tfoot|table)$/.test(name))
      let put = ' | '
      if (first) put = ''
      else if (ends || (row && !last)) put = cluster.piped || joints > 0 || ends ? ' |\n' : '\n'
      else if (last) put = cluster.piped || joints > 0 ? ' |' : ''
      else joints++
      edits.push({start: cluster.start, end: cluster.end, value: put})
      report({
        code: 'tag-debris-dropped',
        message: 'Rests of table tags were removed from a row.',
        ranges: [sourceRange(text, cluster.first, cluster.last)],
        data: {tag: cluster.names[0]?.replace('/', ''), closing: cluster.names[0]?.startsWith('/')},
      })
      if (ends && !last) tail = cluster.end
    }
    const place = (start: number, end: number) => [sourceRange(text, start, end)]
    if (joints > 0) {
      report({
        code: 'table-row-rebuilt',
        message: 'A row whose cells were parted by broken tags was rebuilt.',
        ranges: place(line[0]?.start ?? 0, tail ?? lineEnd),
      })
    }
    if (tail !== undefined) {
      const end = closingMark(value, tail, lineEnd)
      if (end < lineEnd && edits.length > from) edits.push({start: end, end: lineEnd, value: ''})
      report({
        code: 'table-tail-moved-out',
        message: 'Text after the end of a table stood in its last cell; it follows the table now.',
        ranges: place(tail, lineEnd),
      })
    }
  }
  return apply(text, edits)
}

/** Where the column mark that ends a stretch begins, with the spaces round it; its end where none does. */
function closingMark(value: string, start: number, end: number): number {
  const mark = value.slice(start, end).search(/\|[ \t]*$/)
  if (mark < 0) return end
  let at = start + mark
  while (at > start && ' \t'.includes(value.charAt(at - 1))) at--
  return at
}

function linesOf(list: readonly Token[]): Token[][] {
  const lines: Token[][] = [[]]
  for (const token of list) {
    if (token.type === 'newline') lines.push([])
    else lines.at(-1)?.push(token)
  }
  return lines
}

interface Cluster {
  /** From the first tag to after the last, without what is beside them. */
  first: number
  last: number
  start: number
  end: number
  /** With a slash where the tag closes. */
  names: string[]
  piped: boolean
}

/** Table tags with nothing but white space and pipes between and beside them. */
function clustersOf(line: readonly Token[], value: string): Cluster[] {
  const clusters: Cluster[] = []
  for (const token of line) {
    if (token.type !== 'block' || !tableParts.has(token.tag.name)) continue
    const name = `${token.tag.closing ? '/' : ''}${token.tag.name}`
    const last = clusters.at(-1)
    if (last && /^[\s|]*$/.test(value.slice(last.end, token.start))) {
      last.piped ||= value.slice(last.end, token.start).includes('|')
      last.end = token.end
      last.last = token.end
      last.names.push(name)
    } else {
      const {start, end} = token
      clusters.push({start, end, first: start, last: end, names: [name], piped: false})
    }
  }
  for (const cluster of clusters) {
    const before = /[ \t|]*$/.exec(value.slice(Math.max(0, cluster.start - 8), cluster.start))?.[0] ?? ''
    const after = /^[ \t|]*/.exec(value.slice(cluster.end, cluster.end + 8))?.[0] ?? ''
    cluster.start -= before.length
    cluster.end += after.length
    cluster.piped ||= before.includes('|') || after.includes('|')
  }
  return clusters
}

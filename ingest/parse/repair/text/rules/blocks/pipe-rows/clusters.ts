/** Adjacent remnants of table tags in a line of piped cells, and the cell boundaries that they represent. */
import {tableElements} from '../../../markup/names.ts'
import type {Token} from '../../../markup/tokens.ts'

/** Table tags with only white space and pipes between and beside them. */
export interface Cluster {
  /** From the first tag to the end of the last, without the surroundings. */
  first: number
  last: number
  start: number
  end: number
  /** Tag names, with a slash for end tags, and pipes, in order. */
  parts: string[]
}

/** Number of cells that begin in a cluster, if each pipe and each start tag of a cell begins one. */
export interface Boundaries {
  /** Before the end of the row in it, or in all of it. */
  before: number
  /** After that. */
  after: number
}

const isRow = (part: string): boolean => /^\/?(?:tr|tbody|thead|tfoot|table)$/.test(part)

/** List the tags of a cluster. */
export const namesOf = ({parts}: Cluster): string[] => parts.filter((part) => part !== '|')
/** Whether a cluster contains a pipe. */
export const isPiped = ({parts}: Cluster): boolean => parts.includes('|')
/** Whether a cluster ends a table. */
export const endsTable = ({parts}: Cluster): boolean => parts.includes('/table')
/** Whether a cluster contains a row tag. */
export const hasRow = ({parts}: Cluster): boolean => parts.some(isRow)

/**
 * Count the cells that begin in a cluster. Only its marks show an empty cell: `</td><td></td><td>` begins two. A pipe
 * at the very end of a line closes its row.
 */
export function boundariesOf({parts}: Cluster, atEnd: boolean): Boundaries {
  const closed = atEnd && parts.at(-1) === '|' ? parts.slice(0, -1) : parts
  const row = closed.findIndex(isRow)
  const last = closed.findLastIndex(isRow)
  const begins = (list: readonly string[]): number =>
    list.filter((part) => /^(?:\||t[dh])$/.test(part)).length
  if (row < 0) return {before: begins(closed), after: 0}
  return {before: begins(closed.slice(0, row)), after: begins(closed.slice(last + 1))}
}

/** List the clusters of a line, in order. */
export function clustersOf(line: readonly Token[], value: string): Cluster[] {
  const clusters: Cluster[] = []
  for (const token of line) {
    if (token.type !== 'block' || !tableElements.has(token.tag.name)) continue
    const name = `${token.tag.closing ? '/' : ''}${token.tag.name}`
    const last = clusters.at(-1)
    const between = last && value.slice(last.end, token.start)
    if (last && between !== undefined && /^[\s|]*$/.test(between)) {
      last.end = token.end
      last.last = token.end
      for (const pipe of pipesIn(between)) last.parts.push(pipe)
      last.parts.push(name)
    } else {
      const {start, end} = token
      clusters.push({start, end, first: start, last: end, parts: [name]})
    }
  }
  for (const cluster of clusters) {
    const before =
      /(?<![ \t|])[ \t|]*$/.exec(value.slice(Math.max(0, cluster.start - 8), cluster.start))?.[0] ?? ''
    const after = /^[ \t|]*/.exec(value.slice(cluster.end, cluster.end + 8))?.[0] ?? ''
    cluster.start -= before.length
    cluster.end += after.length
    cluster.parts.unshift(...pipesIn(before))
    cluster.parts.push(...pipesIn(after))
  }
  return clusters
}

const pipesIn = (text: string): string[] => [...text].filter((unit) => unit === '|')

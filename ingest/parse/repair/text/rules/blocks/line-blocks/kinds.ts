/** The kind of each segment, from the tags beside it, whole or half. */
import {headings, textElements} from '../../../markup/names.ts'
import type {BlockToken, Token} from '../../../markup/tokens.ts'
import type {Segments} from './segments.ts'

/** The element of a segment. */
export interface Kind {
  /** Name of its element; empty for an opaque element, which needs none. */
  name: string
  /** The tags that show it. */
  opening?: BlockToken
  closing?: BlockToken
  /** Whether it is an item of a list without tags, written as a line with a dash. */
  dash?: true
  /** Whether it is a cell that begins a row. */
  row?: true
}

/** How a text marks its lists and tables. */
export interface Modes {
  /** Whether lists and tables of this text consist of tags, rather than dashes and pipes. */
  lists: boolean
  tables: boolean
  /** Whether cells are on lines of their own; elsewhere a line is a row. */
  cellLines: boolean
}

/** A list mark at the start of a line. */
export const bullet = /^(?:[-–—•·*▪◦‣●○■]|\d{1,3}[.)])\s+/

/** Decide how a text marks its lists and tables. */
export function modesOf(list: readonly Token[], {segments, gaps}: Segments, value: string): Modes {
  let items = 0
  let rows = 0
  let pipes = 0
  let piped = false
  for (const token of list) {
    if (token.type === 'newline') piped = false
    else if (token.type === 'text' && !piped && value.slice(token.start, token.end).includes('|')) {
      piped = true
      pipes++
    } else if (token.type === 'block') {
      if (token.tag.name === 'li') items++
      if (token.tag.name === 'tr') rows++
    }
  }
  const dashes = segments.filter(
    (segment) => segment.first && bullet.test(value.slice(segment.start, segment.start + 6)),
  ).length
  // If both forms occur, the tags are remnants: an extractor that writes dashes writes them for every sound item.
  return {lists: items / 2 > 3 * dashes, tables: rows / 2 > pipes, cellLines: hasCellLines(segments, gaps)}
}

/** Whether cells of one row are mostly on lines of their own, as tools that indent write them. */
function hasCellLines(segments: Segments['segments'], gaps: Segments['gaps']): boolean {
  let balance = 0
  for (const [index, {first}] of segments.entries()) {
    const gap = gaps[index] ?? []
    if (!gap.some(({tag}) => tag.name === 'td' || tag.name === 'th')) continue
    if (!gap.some(({tag}) => tag.name === 'tr')) balance += first ? 1 : -1
  }
  return balance > 0
}

/** Find the kind of each segment. */
export function kindsOf(all: Segments, modes: Modes, value: string): Kind[] {
  const {segments, gaps} = all
  const kinds: Kind[] = []
  for (const [index, segment] of segments.entries()) {
    const before = gaps[index] ?? []
    const after = gaps[index + 1] ?? []
    const opening = openingOf(before)
    const closing = after.find(({tag}) => textElements.has(tag.name))
    const ends = closing?.tag.closing ? closing : undefined
    const kind = kindOf(opening, ends)
    if (segment.content[0]?.type === 'opaque') kinds.push({name: ''})
    else if (
      modes.tables &&
      isCell(before, after, segment.first, segments[index + 1]?.first ?? true, kinds.at(-1))
    ) {
      const cell = [opening, ends].find((one) => one && /^t[dh]$/.test(one.tag.name))
      const isNext = modes.cellLines && opening !== undefined && /^t[dh]$/.test(opening.tag.name)
      const row = (segment.first && !isNext) || before.some(({tag}) => tag.name === 'tr')
      kinds.push({
        ...kind,
        name: cell?.tag.name ?? (row ? 'td' : (kinds.at(-1)?.name ?? 'td')),
        ...(row ? {row} : {}),
      })
    } else if (kind.name === 'li' && !modes.lists) {
      const marked = bullet.test(value.slice(segment.start, segment.start + 6))
      kinds.push({name: 'p', ...(marked ? {} : {dash: true})})
    } else if (/^t[dh]$/.test(kind.name)) kinds.push({name: 'p'})
    else kinds.push(kind)
  }
  return kinds
}

/** Elements whose first paragraph is the element. */
const HOLDERS = new Set(['li', 'td', 'th'])

/** Find the last start tag of a text element; a paragraph at the start of an item or a cell is the item or the cell. */
function openingOf(before: readonly BlockToken[]): BlockToken | undefined {
  const last = before.findLastIndex(({tag}) => !tag.closing && textElements.has(tag.name))
  const outer = before[last - 1]
  return before[last]?.tag.name === 'p' && outer && HOLDERS.has(outer.tag.name) && !outer.tag.closing
    ? outer
    : before[last]
}

function kindOf(opening: BlockToken | undefined, closing: BlockToken | undefined): Kind {
  // A heading’s end tag outweighs a paragraph’s start tag, which any remnant may look like.
  const heading = closing && headings.has(closing.tag.name) && (!opening || opening.tag.name === 'p')
  const name = heading ? closing.tag.name : (opening?.tag.name ?? closing?.tag.name ?? 'p')
  return {
    name,
    ...(opening?.tag.name === name ? {opening} : {}),
    ...(closing?.tag.name === name ? {closing} : {}),
  }
}

/** Whether a segment is between the tags of a cell, or after one on the same line. */
function isCell(
  before: readonly BlockToken[],
  after: readonly BlockToken[],
  first: boolean,
  final: boolean,
  last: Kind | undefined,
): boolean {
  const cell = (token: BlockToken | undefined) => token !== undefined && /^(?:td|th|tr)$/.test(token.tag.name)
  const opened = before.findLast(({tag}) => tag.name !== 'p')
  if (cell(opened) && !opened?.tag.closing) return true
  const closes = after.find(({tag}) => tag.name !== 'p')
  if (cell(closes) && closes?.tag.closing) return true
  // A line that continues with a cell began with one.
  if (first && !final && (closes?.tag.name === 'td' || closes?.tag.name === 'th')) return true
  return !first && cell(opened) && last !== undefined && /^t[dh]$/.test(last.name)
}

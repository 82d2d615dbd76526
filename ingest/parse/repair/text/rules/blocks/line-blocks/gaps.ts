/** The right tags between two segments, given the kinds of both and the open lists and tables. */
import {containerElements, tableElements, textElements} from '../../../markup/names.ts'
import type {BlockToken} from '../../../markup/tokens.ts'
import type {Kind, Modes} from './kinds.ts'

/** The tags between two segments. */
export interface Gap {
  /** Tags to write: end tags of the previous block, then start tags of the next. */
  tags: string[]
  /** Tags that were not used. */
  dropped: BlockToken[]
}

/** What is open while the gaps are walked in order. */
export interface Open {
  /** Names of lists, outermost first. */
  lists: string[]
  table: boolean
  /** Number of open containers by other names. */
  others: Map<string, number>
}

/** Find the right tags between two segments. */
export function gapBetween(
  before: Kind | undefined,
  gap: readonly BlockToken[],
  after: Kind | undefined,
  itemsFollow: boolean,
  open: Open,
  modes: Modes,
  text: (token: BlockToken) => string,
): Gap {
  const tags: string[] = []
  const dropped: BlockToken[] = []
  const used = new Set<BlockToken>()
  for (const token of [before?.closing, after?.opening]) if (token) used.add(token)
  const nested =
    before?.name === 'li' && opensList(gap) && !gap.some(({tag}) => tag.closing && tag.name === 'li')
  const cellAfter = after !== undefined && isCell(after)
  const empty = modes.tables ? emptyCells(gap, used) : {old: [], fresh: []}
  if (before?.name && !(nested && after?.name === 'li')) tags.push(`</${before.name}>`)
  if (before && isCell(before)) {
    tags.push(...empty.old.flatMap((name) => [`<${name}>`, `</${name}>`]))
    if (!(cellAfter && !after.row)) tags.push('</tr>')
  }
  const itemAfter =
    after?.name === 'li' || (itemsFollow && after?.name === 'p' && !after.opening && !after.closing)
  for (const token of gap) {
    const {name, closing} = token.tag
    if (used.has(token)) continue
    if (name === 'hr') tags.push(text(token))
    else if (name === 'ul' || name === 'ol') {
      if (!modes.lists) dropped.push(token)
      else if (closing) {
        if (open.lists.pop() === undefined) dropped.push(token)
        else tags.push(`</${name}>`)
      } else if (itemAfter) {
        open.lists.push(name)
        tags.push(text(token))
      } else dropped.push(token)
    } else if (name === 'table') {
      if (!modes.tables) dropped.push(token)
      else if (closing ? open.table : !open.table && (cellAfter || after?.name === 'caption')) {
        open.table = !closing
        tags.push(text(token))
      } else dropped.push(token)
    } else if (tableElements.has(name) && modes.tables) {
      // Implied by rows and cells.
    } else if (textElements.has(name) || !containerElements.has(name) || tableElements.has(name))
      dropped.push(token)
    else {
      const count = open.others.get(name) ?? 0
      if (closing && count === 0) dropped.push(token)
      else {
        open.others.set(name, count + (closing ? -1 : 1))
        tags.push(text(token))
      }
    }
  }
  if (after) {
    if (after.name === 'li' && open.lists.length === 0) {
      open.lists.push('ul')
      tags.push('<ul>')
    } else if (!itemAfter) {
      for (let list = open.lists.pop(); list; list = open.lists.pop()) tags.push(`</${list}>`)
    }
    if (cellAfter && !open.table) {
      open.table = true
      tags.push('<table>')
    } else if (!cellAfter && after.name !== 'caption' && open.table) {
      open.table = false
      tags.push('</table>')
    }
    if (cellAfter && (after.row || !(before && isCell(before)))) {
      tags.push('<tr>', ...empty.fresh.flatMap((name) => [`<${name}>`, `</${name}>`]))
    }
    if (after.name) tags.push(after.opening ? text(after.opening) : `<${after.name}>`)
  }
  return {tags, dropped}
}

/** Names of empty cells: those of the row before the gap, and those of the row after it. */
function emptyCells(
  gap: readonly BlockToken[],
  used: ReadonlySet<BlockToken>,
): {old: string[]; fresh: string[]} {
  const cells: {old: string[]; fresh: string[]} = {old: [], fresh: []}
  let row: 'old' | 'fresh' = gap.some(({tag}) => tag.name === 'tr' && tag.closing) ? 'old' : 'fresh'
  if (!gap.some(({tag}) => tag.name === 'tr')) row = 'old'
  for (const token of gap) {
    const {name, closing} = token.tag
    if (name === 'tr') {
      // A row of only empty cells is dropped.
      if (!closing) cells.fresh = []
      row = 'fresh'
    } else if (!closing && !used.has(token) && (name === 'td' || name === 'th')) cells[row].push(name)
  }
  return cells
}

/** Whether a segment is a cell. */
function isCell(kind: Kind): boolean {
  return kind.name === 'td' || kind.name === 'th'
}

function opensList(gap: readonly BlockToken[]): boolean {
  return gap.some(({tag}) => !tag.closing && (tag.name === 'ul' || tag.name === 'ol'))
}

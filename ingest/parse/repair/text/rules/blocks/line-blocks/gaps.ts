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

/** What the segment after a gap is, for the tags before it. */
interface Next {
  isItem: boolean
  isCell: boolean
  isCaption: boolean
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
  const used = new Set<BlockToken>()
  for (const token of [before?.closing, after?.opening]) if (token) used.add(token)
  const empty = modes.tables ? emptyCells(gap, used) : {old: [], fresh: []}
  const next: Next = {
    isItem: after?.name === 'li' || (itemsFollow && after?.name === 'p' && !after.opening && !after.closing),
    isCell: after !== undefined && isCell(after),
    isCaption: after?.name === 'caption',
  }
  const tags = before ? endTags(before, gap, after, empty.old) : []
  const dropped: BlockToken[] = []
  for (const token of gap) {
    if (used.has(token) || isImplied(token, modes)) continue
    const tag = keptTag(token, next, open, modes, text)
    if (tag === undefined) dropped.push(token)
    else tags.push(tag)
  }
  if (after) {
    tags.push(...containerTags(next, after, open))
    if (next.isCell && (after.row || !(before && isCell(before)))) tags.push('<tr>', ...pairsOf(empty.fresh))
    if (after.name) tags.push(after.opening ? text(after.opening) : `<${after.name}>`)
  }
  return {tags, dropped}
}

/** The end tags of the previous segment, and the empty cells that end its row. */
function endTags(
  before: Kind,
  gap: readonly BlockToken[],
  after: Kind | undefined,
  empty: readonly string[],
): string[] {
  const tags: string[] = []
  const hasList =
    before.name === 'li' && opensList(gap) && !gap.some(({tag}) => tag.closing && tag.name === 'li')
  if (before.name && !(hasList && after?.name === 'li')) tags.push(`</${before.name}>`)
  if (isCell(before)) {
    tags.push(...pairsOf(empty))
    if (!(after && isCell(after) && !after.row)) tags.push('</tr>')
  }
  return tags
}

/** Whether rows and cells imply a tag. */
function isImplied({tag: {name}}: BlockToken, modes: Modes): boolean {
  return modes.tables && name !== 'table' && tableElements.has(name)
}

/** The tag of a token that is kept in a gap; undefined if it is dropped. */
function keptTag(
  token: BlockToken,
  next: Next,
  open: Open,
  modes: Modes,
  text: (token: BlockToken) => string,
): string | undefined {
  const {name, closing} = token.tag
  if (name === 'hr') return text(token)
  if (name === 'ul' || name === 'ol') {
    if (!modes.lists) return undefined
    if (closing) return open.lists.pop() === undefined ? undefined : `</${name}>`
    if (!next.isItem) return undefined
    open.lists.push(name)
    return text(token)
  }
  if (name === 'table') {
    const isFitting = closing ? open.table : !open.table && (next.isCell || next.isCaption)
    if (!modes.tables || !isFitting) return undefined
    open.table = !closing
    return text(token)
  }
  if (textElements.has(name) || !containerElements.has(name) || tableElements.has(name)) return undefined
  const count = open.others.get(name) ?? 0
  if (closing && count === 0) return undefined
  open.others.set(name, count + (closing ? -1 : 1))
  return text(token)
}

/** Start tags of the list or table that the next segment needs, and end tags of those that it ends. */
function containerTags(next: Next, after: Kind, open: Open): string[] {
  const tags: string[] = []
  if (after.name === 'li' && open.lists.length === 0) {
    open.lists.push('ul')
    tags.push('<ul>')
  } else if (!next.isItem) {
    for (let list = open.lists.pop(); list; list = open.lists.pop()) tags.push(`</${list}>`)
  }
  if (next.isCell && !open.table) {
    open.table = true
    tags.push('<table>')
  } else if (!next.isCell && !next.isCaption && open.table) {
    open.table = false
    tags.push('</table>')
  }
  return tags
}

const pairsOf = (names: readonly string[]): string[] => names.flatMap((name) => [`<${name}>`, `</${name}>`])

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

/**
 * What follows what in an article, so that seams can be told: how likely a table, a heading or a list is after each kind of
 * block.
 */
import type {BodyBlock} from '../types.ts'
import {isLeadIn} from './lead-in.ts'

/** A list's items together, or one block. */
export interface Piece {
  kind: 'heading' | 'paragraph' | 'leadIn' | 'list' | 'table'
  /** Index of its first block in the body. */
  first: number
  /** Index of its last block in the body. */
  last: number
  /** Of a heading; 0 for the rest. */
  level: number
  /** What it is to that which follows: a paragraph right under a heading, or below a list or table, opens a section. */
  context: Context
}

type Context = 'heading' | 'opening' | 'later' | 'leadIn' | 'list' | 'table'
type Next = 'subheading' | 'heading' | 'paragraph' | 'leadIn' | 'list' | 'table' | 'end'

/**
 * Of a thousand blocks that stand after each kind, how many are of which kind. Counted by `scripts/block-sequences.ts` over
 * the articles of whole pages, figures and embeds left out; a few are raised to one, since no order is impossible.
 */
const FOLLOWS: Readonly<Record<Context, Readonly<Record<Next, number>>>> = {
  heading: {subheading: 36, heading: 116, paragraph: 694, leadIn: 60, list: 84, table: 4, end: 6},
  opening: {subheading: 1, heading: 300, paragraph: 589, leadIn: 40, list: 48, table: 3, end: 20},
  later: {subheading: 1, heading: 224, paragraph: 688, leadIn: 32, list: 16, table: 0.7, end: 40},
  leadIn: {subheading: 1, heading: 96, paragraph: 267, leadIn: 44, list: 575, table: 13, end: 5},
  list: {subheading: 1, heading: 466, paragraph: 423, leadIn: 78, list: 1, table: 1.4, end: 32},
  table: {subheading: 1, heading: 322, paragraph: 441, leadIn: 51, list: 102, table: 1, end: 85},
}

/** How likely `next`, or the article's end where there is none, stands right after `previous`; above 0, below 1. */
export function chanceAfter(previous: Piece, next: Piece | undefined): number {
  return FOLLOWS[previous.context][next ? nextKind(previous, next) : 'end'] / 1000
}

/** What `next` is to `previous`, as the columns of the table name it. */
export function nextKind(previous: Piece, next: Piece): Next {
  return next.kind === 'heading' && previous.kind === 'heading' && next.level > previous.level
    ? 'subheading'
    : next.kind
}

/** The body as pieces, in order. Figures, embeds and the like count as paragraphs. */
export function piecesOf(body: readonly BodyBlock[]): Piece[] {
  const pieces: Piece[] = []
  body.forEach((block, index) => {
    const kind = kindOf(block)
    const previous = pieces.at(-1)
    if (kind === 'list' && previous?.kind === 'list') {
      previous.last = index
      return
    }
    const context = kind === 'paragraph' ? paragraphContext(previous) : kind
    const level = kind === 'heading' && block._type === 'block' ? Number(block.style.slice(1)) : 0
    pieces.push({kind, first: index, last: index, level, context})
  })
  return pieces
}

const paragraphContext = (previous: Piece | undefined): Context =>
  previous?.kind === 'paragraph' || previous?.kind === 'leadIn' ? 'later' : 'opening'

function kindOf(block: BodyBlock): Piece['kind'] {
  if (block._type === 'table') return 'table'
  if (block._type !== 'block') return 'paragraph'
  if (block.listItem !== undefined) return 'list'
  if (/^h\d$/.test(block.style)) return 'heading'
  return isLeadIn(block) ? 'leadIn' : 'paragraph'
}

/**
 * Transition probabilities between blocks of an article, to evaluate boundaries: how likely a table, heading or list is
 * after each kind of block.
 */
import type {BodyBlock} from '../../../schemas/body.ts'
import {isLeadIn} from './lead-in.ts'

/** The items of a list, or one block. */
export interface Piece {
  kind: 'heading' | 'paragraph' | 'leadIn' | 'list' | 'table'
  /** Index of its first block in the body. */
  first: number
  /** Index of its last block in the body. */
  last: number
  /** Level of a heading; otherwise 0. */
  level: number
  /** Its kind as a predecessor: a paragraph right under a heading, or below a list or table, opens a section. */
  context: Context
}

type Context = 'heading' | 'opening' | 'later' | 'leadIn' | 'list' | 'table'
type Next = 'subheading' | 'heading' | 'paragraph' | 'leadIn' | 'list' | 'table' | 'end'

/**
 * Per thousand blocks after each kind, how many are of each kind. Counted by `scripts/block-sequences.ts` over the
 * articles of whole pages, without figures and embeds; a few are raised to one, since no order is impossible.
 */
const FOLLOWS: Readonly<Record<Context, Readonly<Record<Next, number>>>> = {
  heading: {subheading: 36, heading: 116, paragraph: 694, leadIn: 60, list: 84, table: 4, end: 6},
  opening: {subheading: 1, heading: 300, paragraph: 589, leadIn: 40, list: 48, table: 3, end: 20},
  later: {subheading: 1, heading: 224, paragraph: 688, leadIn: 32, list: 16, table: 0.7, end: 40},
  leadIn: {subheading: 1, heading: 96, paragraph: 267, leadIn: 44, list: 575, table: 13, end: 5},
  list: {subheading: 1, heading: 466, paragraph: 423, leadIn: 78, list: 1, table: 1.4, end: 32},
  table: {subheading: 1, heading: 322, paragraph: 441, leadIn: 51, list: 102, table: 1, end: 85},
}

/** Probability that `next`, or the end of the article if undefined, follows `previous`; above 0 and below 1. */
export function chanceAfter(previous: Piece, next: Piece | undefined): number {
  return FOLLOWS[previous.context][next ? nextKind(previous, next) : 'end'] / 1000
}

/** Kind of `next` after `previous`, a column of the table. */
export function nextKind(previous: Piece, next: Piece): Next {
  return next.kind === 'heading' && previous.kind === 'heading' && next.level > previous.level
    ? 'subheading'
    : next.kind
}

/** Group the body into pieces, in order. Figures, embeds and similar blocks count as paragraphs. */
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

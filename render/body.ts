/**
 * A body as the renderers see it: known types, known marks and safe addresses only. `readBody` makes it of what a
 * document holds.
 */
import type {BlockName, Code, Divider, Embed, Figure, Latex, Table, TextBlock} from '../schemas/body.ts'

export type {Code, Embed, Latex, TextBlock}

/** How a column is aligned. */
export type Alignment = 'left' | 'center' | 'right'

/** The paragraphs and list items of one cell. */
export type ShownCell = TextBlock[]

/** A rectangular table: every row has as many cells as `alignment` has entries. */
export interface ShownTable extends Pick<Table, '_type' | '_key' | 'caption' | 'headerRows'> {
  headerColumns: number
  alignment: (Alignment | undefined)[]
  rows: ShownCell[][]
}

/** Safe addresses of an image, and its size in pixels. */
export interface ImageSource {
  src: string
  srcset?: string
  width?: number
  height?: number
}

/** An image, its caption and its credit. `image` is absent when there is none that can be shown. */
export interface ShownFigure extends Pick<Figure, '_type' | '_key' | 'caption' | 'credit'> {
  image?: ImageSource
  alt: string
}

/** Consecutive blocks of a quotation. Portable Text has no container for them. */
interface Quote {
  _type: 'quote'
  _key: string
  blocks: TextBlock[]
}

/** What the renderers see of each type of block, and of quotations. */
export interface ShownBlocks extends Record<BlockName | 'quote', {_type: string; _key: string}> {
  block: TextBlock
  table: ShownTable
  figure: ShownFigure
  code: Code
  latex: Latex
  embed: Embed
  divider: Divider
  quote: Quote
}

/** Names of the types that the renderers see. */
export type ShownName = BlockName | 'quote'

/** A block that the renderers see. */
export type ShownBlock = ShownBlocks[ShownName]

/** A part of a body that no renderer knows and that is left out. */
export interface Unknown {
  kind: 'block' | 'mark' | 'inline object'
  type: string
}

/** Called for each part that is left out. */
export type OnUnknown = (unknown: Unknown) => void

/** What the reading of each block is given. */
export interface Reading {
  onUnknown: OnUnknown
  /** Keys of the blocks of the body that a link may lead to: `#` and a key is the address of a note. */
  notes: ReadonlySet<string>
}

/**
 * What the renderers work on: a body with only known types, known marks and safe addresses in it. Made by `readBody`.
 */
import type {BlockStyle, ListItem} from '../schemas/names.ts'

export interface Span {
  _type: 'span'
  _key: string
  text: string
  /** Decorators, and keys of `markDefs`. */
  marks: string[]
}

/** A type, not an interface: only so it fits the mark definitions of Portable Text, which may hold any field. */
export type Link = {
  _type: 'link'
  _key: string
  /** Safe: see `safeUrl`. */
  href: string
  title?: string
}

export interface TextBlock {
  _type: 'block'
  _key: string
  style: BlockStyle
  listItem?: ListItem
  /** From 1 to 10; on list items. */
  level?: number
  children: Span[]
  markDefs: Link[]
}

export type Alignment = 'left' | 'center' | 'right'

/** Rectangular: every row has as many cells as `alignment` has entries. */
export interface Table {
  _type: 'table'
  _key: string
  caption?: string
  headerRows: number
  headerColumns: number
  alignment: (Alignment | undefined)[]
  rows: TableCell[][]
}

/** Paragraphs and list items. */
export type TableCell = TextBlock[]

/** Safe addresses of an image, and its size in pixels. */
export interface ImageSource {
  src: string
  srcset?: string
  width?: number
  height?: number
}

export interface Figure {
  _type: 'figure'
  _key: string
  /** Absent when there is no image that can be shown. */
  image?: ImageSource
  alt: string
  caption?: string
  credit?: string
}

export interface Code {
  _type: 'code'
  _key: string
  code: string
  language?: string
}

export interface Embed {
  _type: 'embed'
  _key: string
  /** Safe. */
  url: string
  caption?: string
}

interface Divider {
  _type: 'divider'
  _key: string
}

/** Blocks of a quotation that follow one another: Portable Text has no container for them. */
export interface Quote {
  _type: 'quote'
  _key: string
  blocks: TextBlock[]
}

export type BodyBlock = TextBlock | Table | Figure | Code | Embed | Divider | Quote

/** Something in a body that no renderer knows; it is left out. */
export interface Unknown {
  kind: 'block' | 'mark' | 'inline object'
  type: string
}

/**
 * Nodes of our mdast beside the standard ones. Markdown has no word for them; `data.hName` tells rehype-remark which of
 * them stand in a line.
 */
import type {BlockContent, Node, Parent, PhrasingContent} from 'mdast'
import type {Origin} from '../trace/traced-text.ts'

declare module 'mdast' {
  interface TextData {
    origin?: Origin | undefined
  }
  interface InlineCodeData {
    origin?: Origin | undefined
  }
  interface CodeData {
    origin?: Origin | undefined
  }
  interface PhrasingContentMap {
    underline: Decorated
    subscript: Decorated
    superscript: Decorated
    embed: Embedded
  }
  interface BlockContentMap {
    figure: FigureBlock
    caption: Caption
    grid: Grid
    gridRow: GridRow
    gridCell: GridCell
    flow: Flow
  }
  interface RootContentMap {
    underline: Decorated
    subscript: Decorated
    superscript: Decorated
    embed: Embedded
    figure: FigureBlock
    caption: Caption
    grid: Grid
    gridRow: GridRow
    gridCell: GridCell
    flow: Flow
  }
}

/** Phrasing drawn in a way that Markdown has no mark for. */
export interface Decorated extends Parent {
  type: 'underline' | 'subscript' | 'superscript'
  children: PhrasingContent[]
  data: {hName: string}
}

/** Something shown from elsewhere: a video, a post, a map. */
export interface Embedded extends Node {
  type: 'embed'
  url: string
  title?: string
  data: {hName: 'iframe'}
}

/** What a figure holds, caption lines among it. */
export interface FigureBlock extends Parent {
  type: 'figure'
  children: BlockContent[]
}

/** One line of the caption of what it stands in. */
export interface Caption extends Parent {
  type: 'caption'
  /** Says who made what it stands under. */
  credit?: true
  children: PhrasingContent[]
}

/** A table as it is in the source: spans not yet expanded, rows as long as they come. */
export interface Grid extends Parent {
  type: 'grid'
  /** Rows of the head of the table; absent where it names none. */
  headRows?: number
  /** Said by the source to be no table but a frame for layout. */
  layout?: true
  children: (Caption | GridRow | Flow)[]
}

export interface GridRow extends Parent {
  type: 'gridRow'
  children: GridCell[]
}

export interface GridCell extends Parent {
  type: 'gridCell'
  header: boolean
  colSpan: number
  /** 0: to the end of the table. */
  rowSpan: number
  align?: 'left' | 'center' | 'right'
  children: BlockContent[]
}

/** Blocks side by side, where an element that held them means nothing by itself. */
export interface Flow extends Parent {
  type: 'flow'
  children: BlockContent[]
}

/** Nodes of our mdast that Markdown lacks; `data.hName` tells rehype-remark which of them are phrasing. */
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
    inlineMath: InlineMath
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
    inlineMath: InlineMath
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

/** Phrasing without Markdown syntax. */
export interface Decorated extends Parent {
  type: 'underline' | 'subscript' | 'superscript'
  children: PhrasingContent[]
  data: {hName: string}
}

/** A formula in a line, as TeX (the node of mdast-util-math). */
export interface InlineMath extends Node {
  type: 'inlineMath'
  value: string
  data: {hName: 'math'; origin?: Origin | undefined}
}

/** An external resource: a video, a post, a map. */
export interface Embedded extends Node {
  type: 'embed'
  url: string
  title?: string
  data: {hName: 'iframe'}
}

/** The content of a figure, including captions. */
export interface FigureBlock extends Parent {
  type: 'figure'
  children: BlockContent[]
}

/** One line of the caption of its parent. */
export interface Caption extends Parent {
  type: 'caption'
  /** Whether it names the author of the image above it. */
  credit?: true
  children: PhrasingContent[]
}

/** A table as in the source: spans not yet expanded, rows of any length. */
export interface Grid extends Parent {
  type: 'grid'
  /** Number of header rows, if the source marks them. */
  headRows?: number
  /** Whether the source marks it as a layout table. */
  layout?: true
  children: (Caption | GridRow | Flow)[]
}

/** A row of a table. */
export interface GridRow extends Parent {
  type: 'gridRow'
  children: GridCell[]
}

/** A cell of a table. */
export interface GridCell extends Parent {
  type: 'gridCell'
  header: boolean
  colSpan: number
  /** 0 means up to the end of the table. */
  rowSpan: number
  align?: 'left' | 'center' | 'right'
  children: BlockContent[]
}

/** Sibling blocks of an element without a meaning of its own. */
export interface Flow extends Parent {
  type: 'flow'
  children: BlockContent[]
}

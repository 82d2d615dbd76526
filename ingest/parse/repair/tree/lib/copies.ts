/** Blocks that are compared with each other, and the copies found among them. */
import type {Named, Node} from './nodes.ts'

/** A block of text among the others. */
export interface Block {
  node: Named
  kind: 'heading' | 'p' | 'table' | 'list'
  /** As a reader sees it; for a list, its items one after the other. */
  text: string
  items: readonly Item[]
  /** A list right after another of its kind. */
  isContinued: boolean
  /** Next to an image or film, so that it may be its caption: two images may share one. */
  isCaption: boolean
}

/** One item of a list. */
export interface Item {
  node: Node
  text: string
}

/** A node that repeats an earlier one. */
export interface Copy {
  node: Node
  of: Node
  text: string
}

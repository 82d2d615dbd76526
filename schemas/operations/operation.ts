import type {BodyBlock} from '../body.ts'

/**
 * Changes that an editor may apply to a body. Every operation carries its precondition: keys that must exist, and, where
 * text changes, the text it expects.
 */
export type Operation<Block = BodyBlock> =
  /** Move the blocks with these keys, in this order, to right after `afterKey`. */
  | {op: 'move'; keys: string[]; afterKey: string}
  /**
   * In the span at `path` of block `key`, replace the text `from` by `to`; `from` must occur exactly once. The path is in
   * Sanity's notation, relative to the block: `children[_key=="a1"]`,
   * `rows[_key=="r1"].cells[_key=="c2"].value[_key=="b3"].children[_key=="s4"]`.
   */
  | {op: 'replaceText'; key: string; path: string; from: string; to: string}
  | {op: 'remove'; keys: string[]}
  /**
   * Insert `items` at the first of `places` whose block is there, else at the end. None of their keys may be in the body. Each
   * place is the `before` or `after` of Sanity's patch `insert`, by the key alone; there are several, since a neighbour may be
   * edited away.
   */
  | {op: 'insert'; items: Block[]; places: InsertPlace[]}

/** A place beside a block, by its key. */
export type InsertPlace = {before: string} | {after: string}

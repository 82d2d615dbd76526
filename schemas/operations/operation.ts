/**
 * Changes that an editor may apply to a body. Every operation carries its precondition: keys that must exist, and, where
 * text changes, the text it expects.
 */
export type Operation =
  /** Move the blocks with these keys, in this order, to right after `afterKey`. */
  | {op: 'move'; keys: string[]; afterKey: string}
  /**
   * In the span at `path` of block `key`, replace the text `from` by `to`; `from` must occur exactly once. The path is in
   * Sanity's notation, relative to the block: `children[_key=="a1"]`,
   * `rows[_key=="r1"].cells[_key=="c2"].value[_key=="b3"].children[_key=="s4"]`.
   */
  | {op: 'replaceText'; key: string; path: string; from: string; to: string}
  | {op: 'remove'; keys: string[]}

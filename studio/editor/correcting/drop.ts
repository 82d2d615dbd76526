/** Where a dragged block would be dropped. Pure. Coordinates are pixels in the window. */

/** The place of a block on the screen. */
export interface Box {
  key: string
  top: number
  bottom: number
  left: number
  width: number
}

/** A gap between blocks. */
export interface Drop {
  /** Key of the block after the gap; absent at the end. */
  before?: string
  y: number
  left: number
  width: number
}

/** The gap that is nearest to a height; `boxes` are in order. */
export function dropAt(boxes: readonly Box[], y: number): Drop | undefined {
  const next = boxes.find(({top, bottom}) => y < (top + bottom) / 2)
  const last = boxes.at(-1)
  if (next) return {before: next.key, y: next.top, left: next.left, width: next.width}
  return last && {y: last.bottom, left: last.left, width: last.width}
}

/**
 * The block whose place a moved block takes; undefined if the block would stay where it is. A block that moves down takes the place of the block
 * above the gap, because its own place closes.
 */
export function targetOf(keys: readonly string[], moved: string, drop: Drop | undefined): string | undefined {
  if (!drop) return undefined
  const from = keys.indexOf(moved)
  const gap = drop.before === undefined ? keys.length : keys.indexOf(drop.before)
  if (from < 0 || gap < 0 || gap === from || gap === from + 1) return undefined
  return keys[gap > from ? gap - 1 : gap]
}

/** Where a block that is dragged would go. Pure; pixels from the top of the window. */

export interface Box {
  key: string
  top: number
  bottom: number
  left: number
  width: number
}

export interface Drop {
  /** Key of the block before which it would stand; absent at the end. */
  before?: string
  y: number
  left: number
  width: number
}

/** The gap between blocks that is nearest to a height; `boxes` are in order. */
export function dropAt(boxes: readonly Box[], y: number): Drop | undefined {
  const next = boxes.find(({top, bottom}) => y < (top + bottom) / 2)
  const last = boxes.at(-1)
  if (next) return {before: next.key, y: next.top, left: next.left, width: next.width}
  return last && {y: last.bottom, left: last.left, width: last.width}
}

/**
 * The block whose place another takes when it is dropped; undefined where it would stay. One that moves down takes the place of the block
 * above the gap, since it leaves its own.
 */
export function targetOf(keys: readonly string[], moved: string, drop: Drop | undefined): string | undefined {
  if (!drop) return undefined
  const from = keys.indexOf(moved)
  const gap = drop.before === undefined ? keys.length : keys.indexOf(drop.before)
  if (from < 0 || gap < 0 || gap === from || gap === from + 1) return undefined
  return keys[gap > from ? gap - 1 : gap]
}

/** Which of a set of ranges covers an offset; of several, the smallest, which is the most specific. */
import {firstEnding} from '../trace/first-ending.ts'
import type {SourceRange} from '../trace/traced-text.ts'

/** A range with a value. */
export interface Covering<Of> extends SourceRange {
  of: Of
}

/** A piece of a range, and the value that covers it. */
export interface CoveredPiece<Of> extends SourceRange {
  covered: boolean
  of: Of | undefined
}

/**
 * Create a function that divides a range into pieces covered by one range, or by none. Each lookup is a binary search.
 */
export function createCover<Of>(
  ranges: readonly Covering<Of>[],
): (start: number, end: number) => CoveredPiece<Of>[] {
  const flat = flatten(ranges)
  return (start, end) => {
    const pieces: CoveredPiece<Of>[] = []
    let at = start
    for (let index = firstEnding(flat, start); index < flat.length && at < end; index++) {
      const range = flat[index]
      if (!range || range.start >= end) break
      const from = Math.max(at, range.start)
      if (from > at) pieces.push({start: at, end: from, covered: false, of: undefined})
      at = Math.min(end, range.end)
      pieces.push({start: from, end: at, covered: true, of: range.of})
    }
    if (at < end) pieces.push({start: at, end, covered: false, of: undefined})
    return pieces
  }
}

/** Flatten ranges so that they do not overlap, smaller ones over larger ones, in source order. */
function flatten<Of>(ranges: readonly Covering<Of>[]): Covering<Of>[] {
  const sorted = ranges
    .filter(({start, end}) => end > start)
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
  const flat: Covering<Of>[] = []
  /** Ranges open at the current offset, outermost first. */
  const open: Covering<Of>[] = []
  let at = 0
  const advance = (to: number): void => {
    for (let top = open.at(-1); top && at < to; top = open.at(-1)) {
      const end = Math.min(top.end, to)
      if (end > at) flat.push({start: at, end, of: top.of})
      at = Math.max(at, end)
      if (top.end <= at) open.pop()
    }
    at = Math.max(at, to)
  }
  for (const range of sorted) {
    advance(range.start)
    open.push(range)
  }
  for (const range of open.toReversed()) advance(range.end)
  return flat
}

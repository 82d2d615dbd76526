/** Lines and columns of offsets, as unist points: lines and columns from 1, offsets from 0. */
import type {Point} from 'unist'

/** Finds the line and column of an offset. */
export interface Lines {
  point(offset: number): Point & {offset: number}
}

/** Index the line starts of a text once; each look-up is a binary search. Offsets are clamped to the text. */
export function createLines(text: string): Lines {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return {
    point(offset) {
      const at = Math.max(0, Math.min(offset, text.length))
      let low = 0
      let high = starts.length - 1
      while (low < high) {
        const middle = (low + high + 1) >> 1
        if ((starts[middle] ?? 0) <= at) low = middle
        else high = middle - 1
      }
      return {line: low + 1, column: at - (starts[low] ?? 0) + 1, offset: at}
    },
  }
}
